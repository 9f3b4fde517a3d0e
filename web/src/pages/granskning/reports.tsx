import type { ReactNode } from 'react';
import { type Schemas, useGet, usePages } from '../../api/client';
import { More, useWholeOnPaper } from '../../app/grow';
import { A, Day, Page, Roles, Wait } from '../../app/parts';
import { useAsOf, useBody, useLanguage, useReview, useToday } from '../../app/place';
import { ReplayPicker } from '../../app/replay-picker';
import { daysBetween } from '../../i18n/dates';
import { CaseBalance } from '../../pictures/case-balance';
import { Parts } from './page';
import { KeepReview, SavedReviews } from './review';
import { useTexts } from './texts';

type Item = Schemas['AssignmentItemView'];

/** What is open and how old it is, what took how long, and a way into the replay. */
export function Reports() {
  const text = useTexts();
  const language = useLanguage();
  const body = useBody();
  const review = useReview();
  const then = { ...useAsOf(), ...review };
  const balance = useGet('/api/board/balance', { query: { body, ...then } });
  const oldest = useGet('/api/assignments', {
    query: { body, state: 'open', sort: 'given', order: 'asc', limit: 10, ...then },
  });
  const closed = usePages('/api/assignments', { query: { body, state: 'closed', limit: 200, ...then } });
  useWholeOnPaper(closed.result);
  return (
    <Page title={text.title} lead={text.lead}>
      <Parts />
      {review.review === undefined && <ReplayPicker />}
      <Section title={text.balance}>
        <Wait for={balance}>{(found) => <CaseBalance balance={found} language={language} />}</Wait>
      </Section>
      <Section title={text.oldest.title}>
        <Wait for={oldest}>{({ items }) => <Oldest items={items} />}</Wait>
      </Section>
      <Section title={text.closing.title}>
        <Wait for={closed.result}>
          {() => <Closed items={closed.items} more={closed.result.hasNextPage} />}
        </Wait>
        <More result={closed.result} />
      </Section>
      {review.review === undefined && <SavedReviews />}
      <KeepReview />
    </Page>
  );
}

/** A part of an audit page under its heading. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="report">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Oldest({ items }: { readonly items: readonly Item[] }) {
  const text = useTexts();
  const today = useToday();
  const age = ({ givenOn }: Item): number => daysBetween(givenOn, today);
  const [first] = items;
  if (!first) return <p className="quiet-text">{text.oldest.none}</p>;
  return (
    <>
      <p>{text.oldest.found(items.length, age(first))}</p>
      <Table
        label={text.oldest.title}
        heads={[
          text.oldest.assignment,
          text.oldest.responsible,
          text.oldest.given,
          text.oldest.age,
          text.oldest.state,
        ]}
      >
        {items.map((item) => (
          <tr key={item.id}>
            <th scope="row">
              <A own to={`/granskning/uppdrag/${item.id}`}>
                {item.title}
              </A>
            </th>
            <td>{item.responsible.length === 0 ? '–' : <Roles of={item.responsible} />}</td>
            <td>
              <Day day={item.givenOn} far={false} />
            </td>
            <td className="number">{text.days(age(item))}</td>
            <td>{item.state.text}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}

function Closed({ items, more }: { readonly items: readonly Item[]; readonly more: boolean }) {
  const text = useTexts();
  const timed = items
    .flatMap((item) =>
      item.closedOn === undefined
        ? []
        : [{ item, closedOn: item.closedOn, days: daysBetween(item.givenOn, item.closedOn) }],
    )
    .toSorted((a, b) => b.days - a.days);
  if (timed.length === 0) return <p className="quiet-text">{text.closing.none}</p>;
  const median = medianOf(timed.map(({ days }) => days));
  return (
    <>
      <p>{text.closing.found(timed.length, median, more)}</p>
      <Table
        label={text.closing.title}
        heads={[
          text.oldest.assignment,
          text.oldest.given,
          text.closing.closed,
          text.closing.took,
          text.closing.outcome,
        ]}
      >
        {timed.map(({ item, closedOn, days }) => (
          <tr key={item.id}>
            <th scope="row">
              <A own to={`/granskning/uppdrag/${item.id}`}>
                {item.title}
              </A>
            </th>
            <td>
              <Day day={item.givenOn} far={false} />
            </td>
            <td>
              <Day day={closedOn} far={false} />
            </td>
            <td className="number">{text.days(days)}</td>
            <td>{item.outcome?.text ?? '–'}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}

/** The middle one of numbers in order; between the two in the middle when they are even in number. */
export function medianOf(ordered: readonly number[]): number {
  const middle = (ordered.length - 1) / 2;
  const [low = 0, high = 0] = [ordered[Math.floor(middle)], ordered[Math.ceil(middle)]];
  return Math.round((low + high) / 2);
}

/** A table that scrolls within the page where it is wider. */
export function Table({
  label,
  heads,
  children,
}: {
  readonly label: string;
  readonly heads: readonly string[];
  readonly children: ReactNode;
}) {
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={label}>
      <table className="report-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
