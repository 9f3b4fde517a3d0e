import { describe, expect, it } from '@jest/globals';
import { actAs, actingRole, type Actor } from '../../src/commands/commands.js';
import { authority, type CommandType } from '../../src/domain/commands.js';
import { type ActorRole, personRoles, roles } from '../../src/domain/events.js';
import { Refusal } from '../../src/domain/refusal.js';

/** Who may do what: one line for each group of commands, the capacities that may give them. */
const table: readonly (readonly [string, readonly ActorRole[], readonly CommandType[]])[] = [
  [
    'keep the register of bodies and people',
    ['secretary', 'admin'],
    [
      ...([
        'RegisterBody',
        'FormPartyGroup',
        'AdmitParty',
        'RecordPartyLeft',
        'DefineRole',
        'AppointHolder',
      ] as const),
      ...(['RecordHolderLeft', 'SetReminderPolicy', 'PlaceCycleEntry', 'ScheduleMeeting'] as const),
      ...(['RegisterPerson', 'UpdatePerson', 'StateAbsence', 'NameDeputy'] as const),
      ...(['PauseReminders', 'ResumeReminders', 'ChangeReminderRecipient', 'RemindNow'] as const),
      ...(['RevokeReminderLinks'] as const),
    ],
  ],
  ['erase a person', ['admin'], ['ErasePerson']],
  ['open and revoke calendar feeds', personRoles, ['OpenFeed', 'RevokeFeed']],
  ['save views and reviews', personRoles, ['SaveView', 'RenameView', 'RemoveView', 'RestoreView']],
  [
    'record what the body did',
    ['chair', 'secretary'],
    [
      ...([
        'MoveMeeting',
        'CancelMeeting',
        'RecordMeetingHeld',
        'OpenPerCapsulam',
        'ConcludePerCapsulam',
      ] as const),
      ...(['ApproveNotes', 'ReportPerCapsulam', 'OpenMatter', 'PlanMilestone', 'MoveMilestone'] as const),
      ...(['ReachMilestone', 'DropMilestone', 'LinkMatter', 'CloseMatter', 'ReopenMatter'] as const),
      ...([
        'RecordDecision',
        'MarkNoActionNeeded',
        'ConfirmDecision',
        'CorrectDecision',
        'AmendDecision',
      ] as const),
      ...(['SupersedeDecision', 'RevokeDecision', 'DispatchDecision'] as const),
    ],
  ],
  [
    'give, change and close assignments',
    ['chair', 'secretary'],
    [
      ...([
        'GiveAssignment',
        'PromoteCommitment',
        'NameRecipient',
        'AddResponsible',
        'ReleaseResponsible',
      ] as const),
      ...(['DefineDeliverable', 'MoveDeadline', 'RequestSupplement', 'CloseAssignment'] as const),
      ...(['ReopenAssignment', 'ReplaceAssignment'] as const),
    ],
  ],
  [
    'acknowledge and report',
    ['secretary', 'responsible'],
    [
      ...(['AcknowledgeAssignment', 'MeetPrecondition', 'ReportProgress', 'ReportDeliverable'] as const),
      ...(['SubmitFinalReport', 'ReportWrongAssignee'] as const),
    ],
  ],
];

describe('who may do what', () => {
  for (const [what, may, commands] of table)
    for (const command of commands)
      for (const role of roles) {
        const allowed = may.includes(role);
        it(`${what}: ${command} – ${role} ${allowed ? 'may' : 'may not'}`, () => {
          expect(authority[command].includes(role)).toBe(allowed);
        });
      }
  it('every command stands in the table once', () => {
    const listed = table.flatMap(([, , commands]) => commands);
    expect([...listed].sort()).toEqual(Object.keys(authority).sort());
  });
});

describe('acting', () => {
  const actor: Actor = {
    id: 'u-1',
    grants: [
      { body: 'srä', role: 'secretary' },
      { body: 'rnä', role: 'responsible' },
      { body: '*', role: 'reader' },
    ],
  };
  it('one acts in the capacity that allows it, towards that body', () => {
    expect(actAs(actor, 'ReportProgress', 'srä')).toEqual({ id: 'u-1', role: 'secretary' });
    expect(actAs(actor, 'ReportProgress', 'rnä')).toEqual({ id: 'u-1', role: 'responsible' });
    expect(actingRole(actor, 'CloseAssignment', 'rnä')).toBeUndefined();
    expect(() => actAs(actor, 'CloseAssignment', 'rnä')).toThrow(new Refusal('notAllowed'));
  });
  it('without a body, a capacity towards any will do; a grant for all bodies counts for each', () => {
    expect(actingRole(actor, 'RegisterPerson')).toBe('secretary');
    expect(actingRole({ id: 'u-2', grants: [{ body: '*', role: 'chair' }] }, 'CloseAssignment', 'rnä')).toBe(
      'chair',
    );
  });
});
