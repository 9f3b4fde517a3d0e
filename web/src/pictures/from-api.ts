import type { Schemas } from '../api/client';
import type { Awaited, MeetingDay } from './band';
import type { Progress } from './rail';
import type { Topic, WheelInput } from './wheel';

/** What a body waits for, as the band draws it. */
export const adaptAwaited = (items: readonly Schemas['FeedbackView'][]): readonly Awaited[] =>
  items
    .filter(({ kind, open }) => kind.code === 'assignment' && open)
    .map((item) => ({
      id: item.id,
      title: item.title,
      href: `/uppdrag/${item.id}`,
      responsible: item.responsible.map(({ id, name }) => name ?? id),
      givenOn: item.givenOn,
      promise: adaptWindow(item.window),
      earlier: item.firstWindow ? [adaptWindow(item.firstWindow)] : [],
      expected: item.expected?.date,
      heard: item.lastWord,
      late: item.late,
      state: item.state.text,
    }));

const adaptWindow = ({ original, earliest, latest }: Schemas['WindowView']) => ({
  text: original,
  from: earliest,
  to: latest,
});

/** The meetings of a body, as the band and the wheel draw them. */
export const adaptMeetings = (
  items: readonly Schemas['MeetingItemView'][],
): readonly (MeetingDay & Pick<WheelInput['meetings'][number], 'href' | 'held'>)[] =>
  items
    .filter(({ state }) => state.code !== 'cancelled')
    .map(({ id, date, kind, title, state }) => ({
      id,
      day: date,
      name: title ?? kind.text,
      titled: title !== undefined,
      kind: kind.code === 'extra' || kind.code === 'perCapsulam' ? kind.code : 'ordinary',
      href: `/moten/${id}`,
      held: state.code === 'held',
    }));

/** The recurring topics of a body, each once with the meetings that take it up. */
export function adaptTopics(cycle: Schemas['BodyView']['cycle']): readonly Topic[] {
  const topics = new Map<string, string[]>();
  for (const { topic, meeting } of cycle) {
    const meetings = topics.get(topic);
    if (meetings) meetings.push(meeting);
    else topics.set(topic, [meeting]);
  }
  return [...topics].map(([name, meetings]) => ({ name, meetings }));
}

/** A fact of an assignment, as far as its progress goes. */
interface Told {
  readonly type: { readonly code: string };
  readonly subject: { readonly id: string };
  readonly statedAt: string;
}

/** How far an assignment has come; its facts tell when it was received. */
export function adaptProgress(assignment: Schemas['AssignmentView'], facts: readonly Told[]): Progress {
  const { state, lastReport, closedOn, outcome, givenOn, expected } = assignment;
  const code = state.code;
  const closed = code === 'closed';
  const finallyReported = code === 'finallyReported' || (closed && lastReport?.status.code === 'final');
  return {
    decided: givenOn,
    received: {
      done: code !== 'given',
      on: facts.find(
        ({ type, subject }) => type.code === 'AssignmentAcknowledged' && subject.id === assignment.id,
      )?.statedAt,
    },
    reported: {
      how: finallyReported ? 'finally' : code === 'partlyReported' || lastReport ? 'partly' : 'none',
      on: lastReport?.statedAt,
    },
    closed: { done: closed, on: closedOn, outcome: outcome?.text },
    expected: expected?.date,
  };
}
