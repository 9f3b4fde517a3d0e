import { usePages } from '../../api/client';
import { Printed, useWholeOnPaper } from '../../app/grow';
import { A, Day, Empty, Fault, Own, Page, Said, Skeleton } from '../../app/parts';
import { useAddress, useBody, useLanguage, useMe, useReview } from '../../app/place';
import { longDate, timeOfDay } from '../../i18n/dates';
import { dayIn, DayField } from './dates';
import { Parts } from './page';
import { KeepReview } from './review';
import { Table } from './reports';
import { useTexts } from './texts';

/** Every fact of the log: who recorded what, and when. */
export function AuditTrail() {
  const text = useTexts();
  const language = useLanguage();
  const body = useBody();
  const review = useReview();
  const [params, change] = useAddress();
  const from = dayIn(params, 'fran');
  const to = dayIn(params, 'till');
  const order = params.get('ordning') === 'aldst' ? 'oldest' : 'newest';
  const { items, result } = usePages('/api/audit', {
    query: { body, from, to, order, limit: 50, ...review },
  });
  useWholeOnPaper(result);
  const { timeZone } = useMe();
  return (
    <Page title={text.parts.audit} above={<A to="/granskning">{text.title}</A>} lead={text.audit.lead}>
      <Parts />
      <div className="replay-tools">
        <DayField
          label={text.audit.from}
          day={from ?? ''}
          onChange={(day) => {
            change({ fran: day });
          }}
        />
        <DayField
          label={text.audit.to}
          day={to ?? ''}
          onChange={(day) => {
            change({ till: day });
          }}
        />
        <label className="day-field">
          {text.audit.order}
          <select
            value={order}
            onChange={({ target }) => {
              change({ ordning: target.value === 'oldest' ? 'aldst' : undefined });
            }}
          >
            <option value="newest">{text.audit.newest}</option>
            <option value="oldest">{text.audit.oldest}</option>
          </select>
        </label>
      </div>
      {result.error && <Fault error={result.error} />}
      {result.isPending && <Skeleton lines={8} />}
      {result.isSuccess && items.length === 0 && <Empty title={text.audit.none} />}
      <Printed rows={items.length} more={result.hasNextPage} />
      {items.length > 0 && (
        <Table
          label={text.parts.audit}
          heads={[text.audit.recorded, text.audit.what, text.audit.who, text.audit.stated, text.audit.place]}
        >
          {items.map((fact) => (
            <tr key={fact.id}>
              <td>
                <time dateTime={fact.recordedAt}>
                  {longDate(fact.recordedOn, language)}
                  <span className="audit-subject">{timeOfDay(fact.recordedAt, timeZone, language)}</span>
                </time>
              </td>
              <th scope="row">
                <Said>{fact.line}</Said>
                <span className="audit-subject">
                  {fact.subject.kind.text}
                  {fact.subject.title !== undefined && (
                    <>
                      : <Own>{fact.subject.title}</Own>
                    </>
                  )}
                </span>
              </th>
              <td>
                {fact.actor.role.text} ({fact.actor.id})
              </td>
              <td>
                <Day day={fact.statedAt} far={false} />
              </td>
              <td className="number">{fact.position}</td>
            </tr>
          ))}
        </Table>
      )}
      {result.hasNextPage && (
        <button
          type="button"
          disabled={result.isFetchingNextPage}
          onClick={() => void result.fetchNextPage()}
        >
          {text.audit.more}
        </button>
      )}
      <KeepReview />
    </Page>
  );
}
