import { type AssignmentState, slip } from '../../domain/assignment/assignment.js';
import { isLate } from '../../domain/due-window.js';
import { expectedAnswer } from '../../domain/expected-meeting.js';
import { sourcesDisagree } from '../../domain/matter/matter.js';
import type { Language } from '../../domain/person/events.js';
import type { Names } from '../../projections/names.js';
import { words } from '../../projections/words.js';
import type { Seen } from '../reads.js';
import type { Hearing } from '../warnings.js';
import { AsOfView, asOfView } from './as-of.js';
import {
  assignmentRef,
  bodyRef,
  decisionRef,
  matterRef,
  maybe,
  PersonRefView,
  RefView,
  roleRef,
} from './refs.js';
import { ListShown, MaybeShown, Shown, word, WordView } from './shown.js';
import { ExpectedView, expectedView, WindowView, windowView } from './window.js';

/** A responsible role, and who holds it now. */
export class ResponsibleView extends RefView {
  @ListShown(PersonRefView)
  readonly holders: readonly PersonRefView[];
}

export class DeliverableView {
  @Shown({ example: 'd1' })
  readonly deliverable: string;

  @Shown({ example: 'en nulägesbild' })
  readonly text: string;

  @MaybeShown({ type: WordView, about: 'How it was reported; missing until it is.' })
  readonly result?: WordView;

  @MaybeShown({ about: 'Why it could not be delivered in full.' })
  readonly why?: string;

  @MaybeShown()
  readonly report?: string;
}

export class PreconditionView {
  @Shown({ example: 'c1' })
  readonly precondition: string;

  @Shown({ example: 'efter dialog med den länsgemensamma arbetsgruppen' })
  readonly text: string;

  @Shown()
  readonly met: boolean;
}

export class ReportView {
  @Shown({ type: WordView })
  readonly status: WordView;

  @Shown()
  readonly text: string;

  @Shown({ example: '2026-03-19' })
  readonly statedAt: string;
}

export class AssignmentItemView {
  @Shown({ example: 'uppdrag-1' })
  readonly id: string;

  @Shown({ example: 3 })
  readonly revision: number;

  @Shown({ type: RefView })
  readonly body: RefView;

  @Shown({ example: 'Återkomma med förslag till gemensam uppföljning' })
  readonly title: string;

  @Shown({ type: WordView })
  readonly kind: WordView;

  @Shown({ type: WordView })
  readonly state: WordView;

  @ListShown(RefView)
  readonly responsible: readonly RefView[];

  @MaybeShown({ type: RefView, about: 'The body that is to hear back.' })
  readonly recipient?: RefView;

  @MaybeShown({ type: RefView })
  readonly decision?: RefView;

  @MaybeShown({ about: 'The number of the point.', example: 2 })
  readonly point?: number;

  @MaybeShown({ type: RefView })
  readonly matter?: RefView;

  @Shown({ example: '2025-11-13' })
  readonly givenOn: string;

  @Shown({ type: WindowView })
  readonly deadline: WindowView;

  @Shown({ about: 'How many times the deadline has moved.', example: 1 })
  readonly moves: number;

  @Shown({ about: 'Open, and the time has passed.' })
  readonly late: boolean;

  @MaybeShown({ type: WordView, about: 'How the body closed it.' })
  readonly outcome?: WordView;

  @MaybeShown({ about: 'When the body closed it.', example: '2026-06-04' })
  readonly closedOn?: string;
}

export class AssignmentView extends AssignmentItemView {
  @ListShown(ResponsibleView)
  declare readonly responsible: readonly ResponsibleView[];

  @MaybeShown({
    type: ExpectedView,
    about: 'At which meeting an answer can be expected; missing when it is closed.',
  })
  readonly expected?: ExpectedView;

  @MaybeShown({ type: WindowView, about: 'The first deadline, when it has moved.' })
  readonly firstDeadline?: WindowView;

  @MaybeShown({ about: 'Days by which the last day has moved.', example: 89 })
  readonly slipDays?: number;

  @ListShown(DeliverableView)
  readonly deliverables: readonly DeliverableView[];

  @ListShown(PreconditionView)
  readonly preconditions: readonly PreconditionView[];

  @MaybeShown({ type: ReportView, about: 'The last word from those responsible.' })
  readonly lastReport?: ReportView;

  @MaybeShown({ about: 'What the body has asked to be added.' })
  readonly supplement?: string;

  @MaybeShown({ type: RefView })
  readonly replaces?: RefView;

  @MaybeShown({ type: RefView })
  readonly replacedBy?: RefView;

  @Shown({ about: 'The newest sources give different dates.' })
  readonly sourcesDisagree: boolean;

  @MaybeShown({ type: AsOfView })
  readonly asOf?: AsOfView;
}

const reportWords = {
  ...words.progress,
  ...words.deliverableResult,
  final: words.assignmentPhase.finallyReported,
} as const;

export const assignmentItemView = (
  { id, revision, state, today }: Omit<Seen<AssignmentState>, 'asOf'>,
  names: Names,
  language: Language,
): AssignmentItemView => ({
  id,
  revision,
  body: bodyRef(state.body, names),
  title: state.title,
  kind: word(words.assignmentKind, state.kind, language),
  state: word(words.assignmentPhase, state.phase, language),
  responsible: state.responsible.map((role) => roleRef(state.body, role, names)),
  recipient: maybe(state.recipient, (body) => bodyRef(body, names)),
  decision: maybe(state.decision, (decision) => decisionRef(decision, names)),
  point: state.point,
  matter: maybe(state.matter, (matter) => matterRef(matter, names)),
  givenOn: state.givenOn,
  deadline: windowView(state.deadline, language),
  moves: state.moves,
  late: state.phase !== 'closed' && state.phase !== 'finallyReported' && isLate(state.deadline, today),
  outcome: state.outcome && word(words.outcome, state.outcome, language),
  closedOn: state.closedOn,
});

/** `holders` tells who holds a role now; `hearing` the body that is to hear back. */
export function assignmentView(
  seen: Seen<AssignmentState>,
  around: {
    readonly hearing?: Hearing;
    readonly holders: (role: string) => readonly PersonRefView[];
    readonly names: Names;
  },
  language: Language,
): AssignmentView {
  const { state, today, asOf } = seen;
  const { hearing, holders, names } = around;
  const expected =
    hearing && state.phase !== 'closed' ? expectedAnswer(state, hearing.meetings, today) : undefined;
  return {
    ...assignmentItemView(seen, names, language),
    responsible: state.responsible.map((role) => ({
      ...roleRef(state.body, role, names),
      holders: holders(role),
    })),
    expected: expected && expectedView(expected, language),
    firstDeadline: state.moves > 0 ? windowView(state.firstDeadline, language) : undefined,
    slipDays: state.moves > 0 ? slip(state) : undefined,
    deliverables: state.deliverables.map(({ result, ...deliverable }) => ({
      ...deliverable,
      result: result && word(words.deliverableResult, result, language),
    })),
    preconditions: state.preconditions,
    lastReport: state.lastReport && {
      ...state.lastReport,
      status: word(reportWords, state.lastReport.status, language),
    },
    supplement: state.supplement,
    replaces: maybe(state.replaces, (id) => assignmentRef(id, names)),
    replacedBy: maybe(state.replacedBy, (id) => assignmentRef(id, names)),
    sourcesDisagree: sourcesDisagree(state.statements),
    asOf: asOfView(asOf),
  };
}
