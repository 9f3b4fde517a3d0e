import { useTranslation } from 'react-i18next';
import { type Schemas, useGet } from '../../api/client';
import { A, Empty, Own, Said, Wait } from '../../app/parts';
import { pageOf, useAsOf, useBody, usePast, useRoles } from '../../app/place';

type Row = Schemas['AttentionView'];

/** The page of what a row is about. */
const pageOfRow = ({ subject }: Row): string =>
  pageOf(subject.kind.code, subject.id) ?? `/uppdrag/${subject.id}`;

/** Where the next step of a row is taken. */
function stepTo(row: Row): string {
  const { nextStep, reason, subject } = row;
  if (nextStep.code === 'ScheduleMeeting') return '/moten?steg=ScheduleMeeting';
  const step = reason.code === 'noWordSinceTwoMeetings' ? 'RemindNow' : nextStep.code;
  const part = subject.point === undefined ? '' : `&punkt=${String(subject.point)}`;
  const milestone = subject.milestone === undefined ? '' : `&delmal=${subject.milestone}`;
  return `${pageOfRow(row)}?steg=${step}${part}${milestone}`;
}

/** Rows about the same thing, together. */
export function together(rows: readonly Row[]): readonly (readonly [Row, ...Row[]])[] {
  const found = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const key = `${pageOfRow(row)} ${row.subject.milestone ?? ''}`;
    const known = found.get(key);
    if (known) known.push(row);
    else found.set(key, [row]);
  }
  return [...found.values()];
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
        {({ items }) => {
          const groups = together(items);
          const shown = short ? groups.slice(0, 5) : groups;
          return groups.length === 0 ? (
            <Empty title={t('overview.queueEmpty')} />
          ) : (
            <ol className="rows">
              {shown.map((rows) => {
                const [first] = rows;
                return (
                  <li key={`${pageOfRow(first)} ${first.subject.milestone ?? ''}`} className="queue-row">
                    <A own to={pageOfRow(first)} className="row-title">
                      {first.title}
                      {first.label !== undefined && `: ${first.label}`}
                    </A>
                    <ul className="queue-reasons">
                      {rows.map((row) => (
                        <li key={`${row.reason.code} ${String(row.subject.point ?? '')}`}>
                          <p>
                            <Said>{row.why}</Said>
                          </p>
                          {mayAct && (
                            <A to={stepTo(row)} className="button">
                              {row.nextStep.text}
                              <span className="only-read">
                                : <Own>{row.title}</Own>
                              </span>
                            </A>
                          )}
                        </li>
                      ))}
                    </ul>
                  </li>
                );
              })}
            </ol>
          );
        }}
      </Wait>
    </section>
  );
}
