import type { CommandType, DomainCommand } from '../../../src/domain/commands.js';
import type { Program } from '../program.js';
import type { Tell } from './town.js';

/** A command that was not acknowledged: it was refused, or no answer came. */
export class NotAcknowledged extends Error {}

/** Where what happens to an assignment is sent, below its own address. */
const onAssignment: { readonly [T in CommandType]?: string } = {
  MoveDeadline: 'deadline',
  ReportProgress: 'progress',
  SubmitFinalReport: 'final-report',
  CloseAssignment: 'close',
  AddResponsible: 'responsible',
  PauseReminders: 'reminders/pause',
  ChangeReminderRecipient: 'reminders/recipient',
  RemindNow: 'reminders/now',
};

function pathOf(id: string, command: DomainCommand): string {
  const below = onAssignment[command.type];
  if (below !== undefined) return `/api/assignments/${id}/${below}`;
  if (command.type === 'ReleaseResponsible')
    return `/api/assignments/${id}/responsible/${command.role}/release`;
  if (command.type === 'RecordHolderLeft')
    return `/api/bodies/${id}/roles/${command.role}/holders/${command.person}/leave`;
  if (command.type === 'AppointHolder') return `/api/bodies/${id}/roles/${command.role}/holders`;
  if (command.type === 'StateAbsence') return `/api/people/${id}/absences`;
  throw new Error(`${command.type} has no address here`);
}

/** Which fields of a command stand in its address. */
const inPath: { readonly [T in CommandType]?: readonly string[] } = {
  ReleaseResponsible: ['role'],
  AppointHolder: ['role'],
  RecordHolderLeft: ['role', 'person'],
};

/** Gives commands to a running program like any client; settles when they are acknowledged. */
export function overHttp(program: () => Program, key: () => string): Tell {
  return async (id, command) => {
    const { type, ...fields } = command;
    const body = Object.entries(fields).filter(([name]) => inPath[type]?.includes(name) !== true);
    const answer = await program().post(pathOf(id, command), Object.fromEntries(body), {
      'idempotency-key': key(),
      'if-match': '*',
    });
    if (answer === undefined || answer.status >= 300)
      throw new NotAcknowledged(`${type}: ${JSON.stringify(answer)}`);
  };
}
