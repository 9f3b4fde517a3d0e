import {
  assignment,
  type AssignmentContext,
  type AssignmentPhase,
  type AssignmentState,
} from '../../src/domain/assignment/assignment.js';
import type { AssignmentEvent, AssignmentGiven, ClosingOutcome } from '../../src/domain/assignment/events.js';
import { body } from '../../src/domain/body/body.js';
import type { Context } from '../../src/domain/decider.js';
import { fold } from '../../src/domain/decider.js';
import { decision } from '../../src/domain/decision/decision.js';
import { type DueWindow, parseDueWindow } from '../../src/domain/due-window.js';
import { longAgo, recorded, scenarios } from '../support/given.js';

export const council = fold(body, [
  recorded(
    'body-srä',
    { type: 'BodyRegistered', data: { name: 'Samrådsorganet för Älvdalarna', shortName: 'SRÄ' } },
    0,
  ),
  recorded(
    'body-srä',
    {
      type: 'RoleDefined',
      data: { role: 'director', title: 'RNÄ:s utvecklingsdirektör', kind: 'responsible' },
    },
    1,
  ),
  recorded(
    'body-srä',
    { type: 'RoleDefined', data: { role: 'manager', title: 'Kommunsams direktör', kind: 'responsible' } },
    2,
  ),
  recorded('body-srä', { type: 'RoleHolderAppointed', data: { role: 'director', person: 'u-director' } }, 3),
]);
export const standpoint = fold(decision, [
  recorded(
    'decision-d1',
    {
      type: 'DecisionRecorded',
      data: {
        body: 'srä',
        title: 'Nära vård',
        points: [
          { number: 1, kinds: ['noted'], text: 'SRÄ noterar informationen' },
          { number: 2, kinds: ['assigned'], text: 'SRÄ ger uppdraget att återkomma med en plan' },
        ],
      },
    },
    0,
  ),
]);

export type Around = Omit<AssignmentContext, keyof Context<AssignmentState>>;
export const around: Around = {
  body: council,
  decision: standpoint,
  recipientExists: true,
  matterExists: true,
  replacesExists: true,
  meetingExists: true,
  successors: [{ id: 'a2' }],
  deputies: [],
};
export const { given } = scenarios(assignment, 'assignment-a1', around, (context, outside: Around) => ({
  ...context,
  ...outside,
}));

export const reads = (text: string, statedAt = longAgo): DueWindow => parseDueWindow(text, { statedAt });
export const june = reads('senast i juni 2026');
export const undated: DueWindow = {
  original: '',
  kind: 'undated',
  precision: 'none',
  preconditions: [],
  inferred: [],
};

export const data: AssignmentGiven = {
  body: 'srä',
  title: 'Plan för nära vård',
  kind: 'assignment',
  responsible: ['director'],
  deadline: june,
  deliverables: [
    { deliverable: 'd1', text: 'plan' },
    { deliverable: 'd2', text: 'kostnadsbedömning' },
  ],
  preconditions: [{ precondition: 'c1', text: 'efter dialog med arbetsgruppen' }],
  recipient: 'srä',
};
export const isGiven = (change: Partial<AssignmentGiven> = {}): AssignmentEvent => ({
  type: 'AssignmentGiven',
  data: { ...data, ...change },
});
export const acknowledged: AssignmentEvent = { type: 'AssignmentAcknowledged', data: {} };
export const progressed: AssignmentEvent = {
  type: 'ProgressReported',
  data: { status: 'onTrack', text: 'Arbetet följer plan' },
};
export const partly: AssignmentEvent = {
  type: 'DeliverableReported',
  data: { deliverable: 'd1', result: 'partial', why: 'mått saknas' },
};
export const final: AssignmentEvent = { type: 'FinalReportSubmitted', data: { text: 'Klart' } };
export const supplement: AssignmentEvent = {
  type: 'SupplementRequested',
  data: { text: 'Kostnaden saknas' },
};
export const replaced: AssignmentEvent = { type: 'AssignmentReplaced', data: { by: 'a2' } };
export const reopened: AssignmentEvent = { type: 'AssignmentReopened', data: { reason: 'Nya uppgifter' } };
export const closed = (outcome: ClosingOutcome): AssignmentEvent => ({
  type: 'AssignmentClosed',
  data: { outcome, reason: outcome === 'fulfilled' ? undefined : 'Frågan är överspelad' },
});

/** One way to each place in the life of an assignment. */
export const wayTo: { readonly [P in AssignmentPhase]: readonly AssignmentEvent[] } = {
  given: [isGiven()],
  acknowledged: [isGiven(), acknowledged],
  inProgress: [isGiven(), acknowledged, progressed],
  partlyReported: [isGiven(), acknowledged, progressed, partly],
  finallyReported: [isGiven(), progressed, final],
  closed: [isGiven(), final, closed('fulfilled')],
};
