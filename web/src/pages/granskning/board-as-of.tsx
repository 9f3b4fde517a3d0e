import { useGet } from '../../api/client';
import { A, Empty, Own, Page, Roles, Wait } from '../../app/parts';
import { axisIn, pageOf, useBody, useLanguage, useNow, useReview } from '../../app/place';
import { addDays, longDate } from '../../i18n/dates';
import { CaseBalance } from '../../pictures/case-balance';
import { ChangedSince } from '../../pictures/changed-since';
import { AxisChoice, DayField, dayIn, useQuickAddress } from './dates';
import { Parts } from './page';
import { KeepReview } from './review';
import { Section, Table } from './reports';
import { useTexts } from './texts';

/** What was waited for on a day, on one of the three dates, and what has changed since. */
export function BoardAsOf() {
  const text = useTexts();
  const language = useLanguage();
  const body = useBody();
  const today = useNow();
  const review = useReview();
  const [now, settled, change] = useQuickAddress();
  const readFrom = (params: URLSearchParams) => ({
    axis: axisIn(params),
    day: dayIn(params, 'dag') ?? addDays(today, -90),
    to: dayIn(params, 'till') ?? today,
  });
  const { axis, day, to } = readFrom(settled);
  const chosen = readFrom(now);
  const board = useGet('/api/board', { query: { body, [axis]: day, limit: 200, ...review } });
  const balance = useGet('/api/board/balance', { query: { body, [axis]: day, ...review } });
  const changes = useGet('/api/board/compare', {
    query: { body, axis, from: day, to, limit: 200, ...review },
  });
  const waiting = [board, balance, changes].some(({ isPlaceholderData }) => isPlaceholderData);
  return (
    <Page title={text.parts.board} above={<A to="/granskning">{text.title}</A>}>
      <Parts />
      <div className="replay-tools">
        <AxisChoice
          axis={chosen.axis}
          onChange={(word) => {
            change({ datum: word });
          }}
        />
        <DayField
          label={text.board.date}
          day={chosen.day}
          required
          onChange={(value) => {
            change({ dag: value });
          }}
        />
        <DayField
          label={text.board.compare}
          day={chosen.to}
          required
          onChange={(value) => {
            change({ till: value });
          }}
        />
      </div>
      <div className={waiting ? 'answers-as-of stale' : 'answers-as-of'} aria-busy={waiting}>
        <Wait for={board}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title={text.board.none} />
            ) : (
              <section className="report">
                <h2>{text.board.lead(items.length, longDate(day, language))}</h2>
                <Table
                  label={text.parts.board}
                  heads={[
                    text.board.title,
                    text.board.kind,
                    text.board.responsible,
                    text.board.window,
                    text.board.state,
                  ]}
                >
                  {items.map((item) => (
                    <tr key={`${item.id}${item.milestone ?? ''}`}>
                      <th scope="row">
                        {item.kind.code === 'assignment' ? (
                          <A own to={`/granskning/uppdrag/${item.id}`}>
                            {item.title}
                          </A>
                        ) : (
                          <Own>{`${item.label ?? ''}: ${item.title}`}</Own>
                        )}
                      </th>
                      <td>{item.kind.text}</td>
                      <td>{item.responsible.length === 0 ? '–' : <Roles of={item.responsible} />}</td>
                      <td>
                        {item.window.original === '' ? item.window.text : <Own>{item.window.original}</Own>}
                      </td>
                      <td>{item.state.text}</td>
                    </tr>
                  ))}
                </Table>
              </section>
            )
          }
        </Wait>
        <Section title={text.balance}>
          <Wait for={balance}>{(found) => <CaseBalance balance={found} language={language} />}</Wait>
        </Section>
        <Section title={text.board.changes(longDate(day, language), longDate(to, language))}>
          <Wait for={changes}>
            {({ items }) => (
              <ChangedSince
                changes={items}
                since={day}
                language={language}
                hrefOf={({ subject, id }) =>
                  subject === 'assignment' ? `/granskning/uppdrag/${id}` : (pageOf(subject, id) ?? '/beslut')
                }
              />
            )}
          </Wait>
        </Section>
      </div>
      <KeepReview />
    </Page>
  );
}
