import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { CLOCK, commandHandlers, EVENT_STORE } from '../commands/handlers.js';
import { Answers } from './answers.js';
import { Calendars } from './calendars.js';
import { Approval } from './approval.js';
import { AuthGuard, Identities, SESSIONS, TokenIdentities, TOKENS } from './auth.js';
import { AnswerController } from './controllers/answer.controller.js';
import { CalendarController } from './controllers/calendar.controller.js';
import { AssignmentController } from './controllers/assignment.controller.js';
import { BodyController } from './controllers/body.controller.js';
import { DecisionController } from './controllers/decision.controller.js';
import { FeedController } from './controllers/feed.controller.js';
import { LiveController } from './controllers/live.controller.js';
import { MatterController } from './controllers/matter.controller.js';
import { MeetingController } from './controllers/meeting.controller.js';
import { PersonController } from './controllers/person.controller.js';
import { ViewController } from './controllers/view.controller.js';
import { ReminderController } from './controllers/reminder.controller.js';
import { AssignmentReads } from './controllers/assignment.reads.js';
import { BodyReads } from './controllers/body.reads.js';
import { FeedReads } from './controllers/feed.reads.js';
import { DecisionReads } from './controllers/decision.reads.js';
import { MatterReads } from './controllers/matter.reads.js';
import { MeetingReads } from './controllers/meeting.reads.js';
import { OutboxReads } from './controllers/outbox.reads.js';
import { OverviewReads } from './controllers/overview.reads.js';
import { PersonReads } from './controllers/person.reads.js';
import { ReminderReads } from './controllers/reminder.reads.js';
import { SessionController } from './controllers/session.controller.js';
import { DemoController, ServiceController } from './controllers/service.controller.js';
import { LiveFeed } from './live-feed.js';
import { API_LOG, type ApiLog, silent } from './log.js';
import { Lookups } from './lookups.js';
import { type ApiParts, PARTS } from './parts.js';
import { ProblemFilter } from './problem-filter.js';
import { ProblemsController } from './problems.controller.js';
import { ShapePipe } from './shape.pipe.js';
import { Reads } from './reads.js';
import { Standpoints } from './standpoints.js';
import { Sessions } from './session.js';
import { ReadYourWrites } from './visibility.js';
import { Warnings } from './warnings.js';
import { Writes } from './writes.js';

const controllers = [
  BodyReads,
  MeetingReads,
  MatterReads,
  DecisionReads,
  AssignmentReads,
  OverviewReads,
  PersonReads,
  ReminderReads,
  FeedReads,
  BodyController,
  MeetingController,
  MatterController,
  DecisionController,
  AssignmentController,
  PersonController,
  ReminderController,
  FeedController,
  LiveController,
  SessionController,
  DemoController,
  ServiceController,
  ProblemsController,
  AnswerController,
  CalendarController,
  OutboxReads,
  ViewController,
];

/** The HTTP API. */
@Module({})
export class ApiModule {
  /** The API over the given parts, writing to the given log; `healthOnly` leaves out everything but the health of the process. */
  static with(parts: ApiParts, log: ApiLog = silent, healthOnly = false): DynamicModule {
    return {
      module: ApiModule,
      imports: [CqrsModule.forRoot()],
      controllers: healthOnly ? [ServiceController] : controllers,
      providers: [
        { provide: PARTS, useValue: parts },
        { provide: API_LOG, useValue: log },
        { provide: TOKENS, useValue: parts.tokens },
        { provide: EVENT_STORE, useValue: parts.store },
        { provide: CLOCK, useValue: parts.clock },
        {
          provide: SESSIONS,
          useValue: new Sessions(parts.tokens, {
            secret: parts.sessionSecret,
            secure: parts.baseUrl.startsWith('https:'),
          }),
        },
        TokenIdentities,
        { provide: Identities, useExisting: TokenIdentities },
        { provide: APP_GUARD, useClass: AuthGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useClass: ShapePipe },
        { provide: APP_GUARD, useClass: ReadYourWrites },
        ...commandHandlers,
        Lookups,
        Reads,
        Standpoints,
        LiveFeed,
        Warnings,
        Writes,
        Approval,
        Answers,
        Calendars,
      ],
    };
  }
}
