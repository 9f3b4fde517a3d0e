import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, useGet } from '../api/client';
import { Dialog } from './dialog';
import { A, Skeleton } from './parts';
import { useBody } from './place';

/** Where a hit is read. */
export const pageOf = (kind: string, id: string): string | undefined => {
  switch (kind) {
    case 'decision':
      return `/beslut/${id}`;
    case 'assignment':
      return `/uppdrag/${id}`;
    case 'meeting':
      return `/moten/${id}`;
    case 'matter':
      return `/arenden/${id}`;
    default:
      return undefined;
  }
};

/** Search in everything the body has, as one types. */
export function Search({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const body = useBody();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const hits = useGet('/api/search', {
    query: { text: asked, body, limit: 12 },
    enabled: asked.length > 1,
  });
  return (
    <Dialog title={t('app.search')} onClose={onClose} className="search">
      <input
        type="search"
        autoFocus
        value={text}
        aria-label={t('app.searchHint')}
        placeholder={t('app.searchHint')}
        onChange={(event) => setText(event.target.value)}
      />
      {asked.length > 1 && (
        <div aria-live="polite">
          {hits.isPending && <Skeleton lines={3} />}
          {hits.data?.items.length === 0 && <p className="quiet-text">{t('app.noHits', { text: asked })}</p>}
          <ul className="hits">
            {(hits.data?.items ?? []).map((hit) => (
              <li key={`${hit.kind.code} ${hit.subject.id} ${hit.part ?? ''}`}>
                <A to={pageOf(hit.subject.kind.code, hit.subject.id) ?? '/beslut'} onClick={onClose}>
                  <span className="hit-kind">{hit.kind.text}</span>
                  <span className="hit-title">{hit.title}</span>
                  <Sentence sentence={hit.sentence} />
                </A>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Dialog>
  );
}

function Sentence({ sentence: { text, marks } }: { readonly sentence: Schemas['SentenceView'] }) {
  const parts: { readonly text: string; readonly marked: boolean }[] = [];
  let at = 0;
  for (const [from = 0, to = 0] of marks) {
    parts.push({ text: text.slice(at, from), marked: false }, { text: text.slice(from, to), marked: true });
    at = to;
  }
  parts.push({ text: text.slice(at), marked: false });
  return (
    <span className="hit-sentence">
      {parts.map((part, index) => (part.marked ? <mark key={index}>{part.text}</mark> : part.text))}
    </span>
  );
}
