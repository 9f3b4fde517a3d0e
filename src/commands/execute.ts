import type { Clock } from '../clock.js';
import type { DomainCommand } from '../domain/commands.js';
import type { EventStore } from '../event-store/event-store.js';
import type { Executed } from '../event-store/run-decider.js';
import {
  type Call,
  ExecuteAssignment,
  ExecuteBody,
  ExecuteDecision,
  ExecuteFeed,
  ExecuteMatter,
  ExecuteMeeting,
  ExecutePerson,
  ExecuteRegister,
  ExecuteReminder,
  ExecuteView,
} from './commands.js';
import {
  AssignmentHandler,
  BodyHandler,
  DecisionHandler,
  FeedHandler,
  MatterHandler,
  MeetingHandler,
  PersonHandler,
  RegisterHandler,
  ReminderHandler,
  Surroundings,
  ViewHandler,
} from './handlers.js';

/** Carries out a command on the stream with this id. Throws what command handling throws. */
export type ExecuteCommand = (id: string, command: DomainCommand, call: Call) => Promise<Executed>;

/** Command handling without the bus, for whoever brings a store and a clock of their own. */
export function commandExecutor(store: EventStore, clock: Clock): ExecuteCommand {
  const look = new Surroundings(store, clock);
  const handlers = {
    body: new BodyHandler(look),
    meeting: new MeetingHandler(look),
    matter: new MatterHandler(look),
    decision: new DecisionHandler(look),
    assignment: new AssignmentHandler(look),
    person: new PersonHandler(look),
    register: new RegisterHandler(look),
    reminder: new ReminderHandler(look),
    feed: new FeedHandler(look),
    view: new ViewHandler(look),
  };
  return (id, command, call) => {
    switch (command.type) {
      case 'RegisterBody':
      case 'FormPartyGroup':
      case 'AdmitParty':
      case 'RecordPartyLeft':
      case 'DefineRole':
      case 'AppointHolder':
      case 'RecordHolderLeft':
      case 'SetReminderPolicy':
      case 'PlaceCycleEntry':
        return handlers.body.execute(new ExecuteBody(id, command, call));
      case 'ScheduleMeeting':
      case 'MoveMeeting':
      case 'CancelMeeting':
      case 'RecordMeetingHeld':
      case 'OpenPerCapsulam':
      case 'ConcludePerCapsulam':
      case 'ApproveNotes':
      case 'ReportPerCapsulam':
        return handlers.meeting.execute(new ExecuteMeeting(id, command, call));
      case 'OpenMatter':
      case 'PlanMilestone':
      case 'MoveMilestone':
      case 'ReachMilestone':
      case 'DropMilestone':
      case 'LinkMatter':
      case 'CloseMatter':
      case 'ReopenMatter':
        return handlers.matter.execute(new ExecuteMatter(id, command, call));
      case 'RecordDecision':
      case 'MarkNoActionNeeded':
      case 'ConfirmDecision':
      case 'CorrectDecision':
      case 'AmendDecision':
      case 'SupersedeDecision':
      case 'RevokeDecision':
      case 'DispatchDecision':
        return handlers.decision.execute(new ExecuteDecision(id, command, call));
      case 'GiveAssignment':
      case 'PromoteCommitment':
      case 'NameRecipient':
      case 'AddResponsible':
      case 'ReleaseResponsible':
      case 'DefineDeliverable':
      case 'MeetPrecondition':
      case 'AcknowledgeAssignment':
      case 'ReportProgress':
      case 'ReportDeliverable':
      case 'MoveDeadline':
      case 'SubmitFinalReport':
      case 'ReportWrongAssignee':
      case 'RequestSupplement':
      case 'CloseAssignment':
      case 'ReopenAssignment':
      case 'ReplaceAssignment':
        return handlers.assignment.execute(new ExecuteAssignment(id, command, call));
      case 'RegisterPerson':
      case 'UpdatePerson':
      case 'StateAbsence':
      case 'NameDeputy':
        return handlers.person.execute(new ExecutePerson(id, command, call));
      case 'ErasePerson':
        return handlers.register.execute(new ExecuteRegister(id, command, call));
      case 'PauseReminders':
      case 'ResumeReminders':
      case 'ChangeReminderRecipient':
      case 'RemindNow':
      case 'RevokeReminderLinks':
        return handlers.reminder.execute(new ExecuteReminder(id, command, call));
      case 'OpenFeed':
      case 'RevokeFeed':
        return handlers.feed.execute(new ExecuteFeed(id, command, call));
      case 'SaveView':
      case 'RenameView':
      case 'RemoveView':
      case 'RestoreView':
        return handlers.view.execute(new ExecuteView(id, command, call));
    }
  };
}
