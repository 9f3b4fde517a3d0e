import { useTranslation } from 'react-i18next';
import { useGet } from '../../api/client';
import { A, Empty, Said, Tag, Wait } from '../../app/parts';
import { pageOf, useBody, useLanguage, usePast } from '../../app/place';
import { longDate } from '../../i18n/dates';
import { useMeetings } from './meetings';

/** What has changed in the page's body, or another, since the last meeting, or since the given day. */
export function Changes({
  of,
  since,
  until,
}: {
  readonly of?: string;
  readonly since?: string;
  readonly until?: string;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const here = useBody();
  const body = of ?? here;
  const past = usePast();
  const { last } = useMeetings(body);
  const from = since ?? last?.date;
  const to = until ?? past?.date;
  const compared = useGet('/api/board/compare', {
    query: {
      body,
      from: from ?? '',
      limit: 200,
      ...(to !== undefined && { to }),
      ...(past && { axis: past.axis }),
    },
    enabled: from !== undefined,
  });
  if (from === undefined) return null;
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t('overview.changes', { date: longDate(from, language) })}</h2>
      <Wait for={compared} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('overview.noChanges')} />
          ) : (
            <ul className="rows">
              {items.map(({ change, before, after, changes }) => {
                const item = after ?? before;
                if (!item) return null;
                return (
                  <li key={`${item.id} ${item.milestone ?? ''}`} className="row">
                    <div className="row-main">
                      <A own to={pageOf(item.kind.code, item.id) ?? '/uppdrag'} className="row-title">
                        {item.title}
                        {item.label !== undefined && `: ${item.label}`}
                      </A>
                      <ul className="change-list">
                        {changes.map(({ field, label, fromText, toText }) => (
                          <li key={field}>
                            {label}:{' '}
                            {fromText !== undefined && (
                              <s className="old">
                                <Said>{fromText}</Said>
                              </s>
                            )}{' '}
                            {toText !== undefined && (
                              <span className="new">
                                <Said>{toText}</Said>
                              </span>
                            )}
                          </li>
                        ))}
                      </ul>
                    </div>
                    <Tag tone={change.code === 'added' ? 'good' : 'plain'}>{change.text}</Tag>
                  </li>
                );
              })}
            </ul>
          )
        }
      </Wait>
    </section>
  );
}
