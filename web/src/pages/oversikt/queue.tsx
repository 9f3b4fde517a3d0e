import { useTranslation } from 'react-i18next';
import { type Schemas, useGet } from '../../api/client';
import { A, Empty, Wait } from '../../app/parts';
import { useAsOf, useBody, usePast, useRoles } from '../../app/place';

/** Where the next step of a row is taken. */
export function stepTo({ subject, nextStep, body }: Schemas['AttentionView']): string {
  const step = `?steg=${nextStep.code}`;
  switch (subject.kind.code) {
    case 'assignment':
      return `/uppdrag/${subject.id}${step}`;
    case 'decision':
      return `/beslut/${subject.id}${step}${subject.point === undefined ? '' : `&punkt=${subject.point.toString()}`}`;
    case 'meeting':
      return `/moten/${subject.id}${step}`;
    case 'matter':
      return `/arenden/${subject.id}${step}`;
    default:
      return `/moten?organ=${body.id}`;
  }
}

/** What risks falling between the chairs: why, and the next step. */
export function WorkQueue({ short = false }: { readonly short?: boolean }) {
  const { t } = useTranslation();
  const body = useBody();
  const asOf = useAsOf();
  const past = usePast();
  const [role] = useRoles();
  const attention = useGet('/api/attention', { query: { body, limit: 200, ...asOf } });
  const mayAct = !past && (role === 'secretary' || role === 'chair' || role === 'admin');
  return (
    <section aria-labelledby="queue">
      <h2 id="queue">{t('overview.queue')}</h2>
      <p className="quiet-text">{t('overview.queueWhy')}</p>
      <Wait for={attention} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('overview.queueEmpty')} />
          ) : (
            <ol className="rows">
              {items.slice(0, short ? 5 : undefined).map((row) => (
                <li
                  key={`${row.reason.code} ${row.subject.id} ${row.subject.milestone ?? ''} ${(row.subject.point ?? '').toString()}`}
                  className="row"
                >
                  <div className="row-main">
                    <A to={stepTo(row).split('?')[0] ?? ''} className="row-title">
                      {row.title}
                      {row.label !== undefined && `: ${row.label}`}
                    </A>
                    <p>{row.why}</p>
                  </div>
                  {mayAct && (
                    <A to={stepTo(row)} className="button" aria-label={`${row.nextStep.text}: ${row.title}`}>
                      {row.nextStep.text}
                    </A>
                  )}
                </li>
              ))}
            </ol>
          )
        }
      </Wait>
    </section>
  );
}
