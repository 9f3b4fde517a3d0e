import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, useGet } from '../api/client';
import { Dialog } from './dialog';
import { A, Fault, Own, Said, Skeleton, useOwn, useQuote } from './parts';
import { pageOf, useBody } from './place';
import { savedFor, shortcuts } from './shortcuts';
import { reviewOf, useSaved } from './views';

/** Search in everything the body has, as one types. */
export function Search({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const body = useBody();
  const quote = useQuote();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const hits = useGet('/api/search', {
    query: { text: asked, body, limit: 12 },
    enabled: asked.length > 1,
  });
  const about = useGet('/api/bodies/{id}', { path: { id: body } });
  const ways = about.data ? shortcuts(asked, about.data) : [];
  const saved = savedFor(asked, useSaved());
  return (
    <Dialog title={t('app.search')} onClose={onClose}>
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
          {ways.length > 0 && (
            <ul className="hits">
              {ways.map(({ to, late, name }) => (
                <li key={to}>
                  <A to={to} onClick={onClose}>
                    <span className="hit-kind">{t('pages.uppdrag')}</span>
                    <span className="hit-title">
                      <Said>
                        {name === undefined
                          ? t('app.allLate')
                          : t(late ? 'app.lateOf' : 'app.openOf', { name: quote(name) })}
                      </Said>
                    </span>
                  </A>
                </li>
              ))}
            </ul>
          )}
          {saved.length > 0 && (
            <ul className="hits">
              {saved.map(({ id, name, address, asked: review }) => (
                <li key={id}>
                  <A to={review ? reviewOf(address, id) : address} onClick={onClose}>
                    <span className="hit-kind">{t(review ? 'reviews.one' : 'views.one')}</span>
                    <span className="hit-title">
                      <Own>{name}</Own>
                    </span>
                  </A>
                </li>
              ))}
            </ul>
          )}
          {hits.error && <Fault error={hits.error} again={() => void hits.refetch()} />}
          {hits.data?.items.length === 0 && !hits.isPlaceholderData && ways.length + saved.length === 0 && (
            <p className="quiet-text">{t('app.noHits', { text: asked })}</p>
          )}
          <ul className="hits" aria-busy={hits.isPlaceholderData}>
            {(hits.data?.items ?? []).map((hit) => (
              <li key={`${hit.kind.code} ${hit.subject.id} ${hit.part ?? ''}`}>
                <A
                  to={pageOf(hit.subject.kind.code, hit.subject.id, hit.part) ?? '/beslut'}
                  onClick={onClose}
                >
                  <span className="hit-kind">{hit.kind.text}</span>
                  <span className="hit-title">
                    <Own>{hit.title}</Own>
                  </span>
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
    <span className="hit-sentence" {...useOwn()}>
      {parts.map((part, index) => (part.marked ? <mark key={index}>{part.text}</mark> : part.text))}
    </span>
  );
}
