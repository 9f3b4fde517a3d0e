import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { addDays, weekday } from '../../domain/calendar.js';
import { fold } from '../../domain/decider.js';
import { isEventOf, streamOf } from '../../domain/events.js';
import { letter } from '../../domain/reminder/letter.js';
import { reminder } from '../../domain/reminder/reminder.js';
import { localDays } from '../../projections/local-days.js';
import { planOf, toldOf } from '../../projections/reminders.js';
import { plannedAbout, plannedLetters } from '../../reminders/planned.js';
import { Ask, type Asked } from '../asked.js';
import { PlannedQuery } from '../dto/query.dto.js';
import { Lookups } from '../lookups.js';
import { type ApiParts, PARTS } from '../parts.js';
import { ReadsAny, ReadsPage } from '../reading.js';
import { bodiesFor, Reads } from '../reads.js';
import { IdPipe } from '../shape.pipe.js';
import { LedgerView, ledgerView } from '../views/ledger.js';
import { PlannedReminderView, plannedReminderView } from '../views/reminder.js';

/** How far ahead what is planned is shown. */
const daysAhead = 90;

@ApiTags('Reminders')
@Controller('api')
export class ReminderReads {
  constructor(
    @Inject(PARTS) private readonly parts: ApiParts,
    @Inject(Reads) private readonly reads: Reads,
    @Inject(Lookups) private readonly lookups: Lookups,
  ) {}

  @Get('reminders')
  @ReadsPage(PlannedReminderView, {
    operationId: 'listPlannedReminders',
    summary: 'What goes out, to whom, when and why; and what does not',
    about: 'By day. Worked out anew whenever something changes, so nothing here is a promise.',
  })
  planned(@Query() query: PlannedQuery, @Ask() { actor, language }: Asked) {
    const { body, period = 'quarter', limit, cursor } = query;
    const { models, clock } = this.parts;
    const today = clock.today();
    const monday = addDays(today, 1 - weekday(today));
    const isWeek = period === 'week';
    const { items, next } = plannedLetters(
      models.db,
      {
        bodies: bodiesFor(actor, body),
        from: isWeek ? monday : today,
        to: isWeek ? addDays(monday, 6) : addDays(today, daysAhead),
        seenTo: isWeek,
        held: true,
        today,
      },
      { limit, cursor },
    );
    const names = this.lookups.names(items.flatMap(({ to }) => to.map(({ person }) => person)));
    return { items: items.map((item) => plannedReminderView(item, names, language)), next };
  }

  @Get('assignments/:id/reminders')
  @ReadsAny(LedgerView, {
    operationId: 'getReminderLedger',
    summary: 'The ledger of an assignment: planned, withheld, sent, arrived, answered',
    params: { id: 'uppdrag-1' },
  })
  ledger(@Param('id', IdPipe) id: string, @Ask() { actor, language }: Asked): LedgerView {
    const { body } = this.reads.one(actor, 'assignment', id, {}, (state) => state.body).state;
    const { models, log, clock } = this.parts;
    const told = toldOf(models.db, id);
    const assignmentEvents = log.stream(streamOf('assignment', id)).filter(isEventOf.assignment);
    const planned = plannedAbout(models.db, {
      id,
      events: assignmentEvents,
      today: clock.today(),
      localDay: localDays(clock.timeZone),
    });
    const reminderEvents = log.stream(streamOf('reminder', id)).filter(isEventOf.reminder);
    const steering = fold(reminder, reminderEvents);
    const persons = [
      ...told.map(({ person }) => person),
      ...planned.flatMap(({ to }) => to.map(({ person }) => person)),
      ...Object.values(steering.instead),
      ...reminderEvents.flatMap((event) =>
        event.type === 'ReminderRecipientChanged' ? (event.data.person ?? []) : [],
      ),
    ];
    return ledgerView(
      {
        id,
        body,
        steering,
        plan: planOf(models.db, id),
        planned,
        told,
        letters: new Map(
          told.map(({ letter: name }) => {
            const events = log.stream(streamOf('letter', name)).filter(isEventOf.letter);
            return [name, { state: fold(letter, events), events }];
          }),
        ),
        reminderEvents,
        assignmentEvents,
      },
      this.lookups.names(persons),
      language,
    );
  }
}
