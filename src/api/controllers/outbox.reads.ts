import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../commands/commands.js';
import { streamOf } from '../../domain/events.js';
import { getAssignment } from '../../projections/assignments.js';
import { getMeeting } from '../../projections/meetings.js';
import type { KeptMail } from '../../projections/outbox-file.js';
import type { Mail } from '../../reminders/letter.js';
import { Ask, type Asked } from '../asked.js';
import { mayRead, readersOfPeople } from '../auth.js';
import { PageQuery } from '../dto/query.dto.js';
import { Lookups } from '../lookups.js';
import { type ApiParts, PARTS } from '../parts.js';
import { Problem } from '../problems.js';
import { ReadsAny, ReadsPage } from '../reading.js';
import { IdPipe } from '../shape.pipe.js';
import { KeptMailItemView, KeptMailView } from '../views/outbox.js';
import { personRef } from '../views/refs.js';

/** Mails that are kept instead of sent, when no mail server is set. */
@ApiTags('Reminders')
@Controller('api/outbox')
export class OutboxReads {
  constructor(
    @Inject(PARTS) private readonly parts: ApiParts,
    @Inject(Lookups) private readonly lookups: Lookups,
  ) {}

  @Get()
  @ReadsPage(KeptMailItemView, {
    operationId: 'listOutbox',
    summary: 'Mails that were kept instead of sent, the newest first',
    about:
      'Empty when a mail server is set. Only mails about bodies of which you are secretary or administrator.',
    need: 'readPeople',
  })
  list(@Query() { limit, cursor }: PageQuery, @Ask() { actor, language }: Asked) {
    const page = this.parts.outbox?.list({ limit, cursor }) ?? { items: [] };
    const items = page.items.filter((mail) => this.maySee(actor, mail));
    const persons = this.lookups.persons(items.map(({ person }) => person));
    return {
      items: items.map(({ id, person, at, subject, mail }): KeptMailItemView => ({
        id,
        at,
        to: personRef(person, persons, language),
        subject,
        language: (JSON.parse(mail) as Mail).language,
      })),
      next: page.next,
    };
  }

  @Get(':id')
  @ReadsAny(KeptMailView, {
    operationId: 'getOutboxMail',
    summary: 'A mail that was kept instead of sent',
    params: { id: '2026-06-10.person-1' },
    need: 'readPeople',
  })
  one(@Param('id', IdPipe) id: string, @Ask() { actor, language }: Asked): KeptMailView {
    const found = this.parts.outbox?.get(id);
    if (!found || !this.maySee(actor, found)) throw new Problem('notFound');
    const mail = JSON.parse(found.mail) as Mail;
    return {
      id,
      at: found.at,
      to: personRef(found.person, this.lookups.persons([found.person]), language),
      subject: mail.subject,
      language: mail.language,
      address: mail.to.address,
      replyTo: mail.replyTo?.address,
      headers: Object.entries(mail.headers).map(([name, value]) => ({ name, value })),
      text: mail.text,
      html: mail.html,
      calendar: mail.calendar,
      cancelled: mail.cancelled,
    };
  }

  /** Whether every body a mail tells of is one whose people the actor may read about. */
  private maySee(actor: Actor, { id }: KeptMail): boolean {
    const trusted: Actor = {
      ...actor,
      grants: actor.grants.filter(({ role }) => readersOfPeople.includes(role)),
    };
    const bodies = this.bodiesOf(id);
    return bodies.length > 0 && bodies.every((body) => mayRead(trusted, body));
  }

  private bodiesOf(letter: string): string[] {
    const { log, models } = this.parts;
    const claimed = log
      .stream(streamOf('letter', letter))
      .findLast((event) => event.type === 'LetterClaimed');
    if (!claimed) return [];
    const { kind, about, items } = claimed.data;
    if (kind === 'digest') return about === undefined ? [] : [about];
    if (kind === 'brief') return about === undefined ? [] : [getMeeting(models.db, about)?.state.body ?? ''];
    return items.map(({ assignment }) => getAssignment(models.db, assignment)?.state.body ?? '');
  }
}
