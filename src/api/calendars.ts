import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../commands/commands.js';
import { streamOf } from '../domain/events.js';
import type { FeedScope } from '../domain/feed/feed.js';
import type { MeetingState } from '../domain/meeting/meeting.js';
import type { Language } from '../domain/person/events.js';
import { type AssignmentFilter, type AssignmentItem, listAssignments } from '../projections/assignments.js';
import { getBody, personById, type Revised } from '../projections/directory.js';
import { type FeedFound, feedBySecretHash } from '../projections/feeds.js';
import { everyMeeting } from '../projections/meetings.js';
import type { Page, PageRequest } from '../projections/sql.js';
import { words } from '../projections/words.js';
import { feedbackEntry, meetingEntry } from '../reminders/calendar-entries.js';
import { type CalendarEntry, calendarText } from '../reminders/calendar-text.js';
import { AssignmentsQuery } from './dto/query.dto.js';
import { type ApiParts, PARTS } from './parts.js';
import { bodiesFor } from './reads.js';
import { shape } from './shape.pipe.js';

/** A feed that is found: its text, or that it is no longer there. */
export type CalendarFound = { readonly kind: 'gone' } | { readonly kind: 'text'; readonly text: string };

/** No calendar holds more than this many assignments, or meetings of a body. */
const most = 2_000;

/** The calendars at secret addresses. Its owner's present rights decide what one shows. */
@Injectable()
export class Calendars {
  constructor(@Inject(PARTS) private readonly parts: ApiParts) {}

  /** The calendar with this secret; nothing for a secret nobody has opened, or whose owner may read nothing now. */
  bySecret(secret: string): CalendarFound | undefined {
    const hash = createHash('sha256').update(secret).digest('hex');
    const feed = feedBySecretHash(this.parts.models.db, hash);
    if (!feed) return undefined;
    if (feed.revoked !== undefined) return { kind: 'gone' };
    const grants = this.parts.tokens
      .filter(({ actor }) => actor === feed.actor)
      .flatMap((holder) => holder.grants);
    return grants.length === 0 ? undefined : this.text(feed, { id: feed.actor, grants });
  }

  private text({ scope }: FeedFound, actor: Actor): CalendarFound | undefined {
    const { models } = this.parts;
    const language: Language = personById(models.db, actor.id)?.state.language ?? 'sv';
    const filter = filterOf(scope, actor);
    if (!filter) return undefined;
    const meetings = scope.kind === 'body' ? this.meetingEntries(scope.body, language) : [];
    const owner = scope.kind === 'body' ? getBody(models.db, scope.body)?.state.shortName : undefined;
    const name = [owner, words.feedScope[scope.kind][language]].filter(Boolean).join(': ');
    const entries = [...meetings, ...this.feedbackEntries(filter, language)];
    return { kind: 'text', text: calendarText({ name, language, entries }) };
  }

  private feedbackEntries(filter: AssignmentFilter, language: Language): CalendarEntry[] {
    const { models, clock, baseUrl } = this.parts;
    const today = clock.today();
    const meetingsOf = remembered((body) => this.meetings(body));
    const bodyOf = remembered((body) => {
      const owner = getBody(models.db, body)?.state;
      return { shortName: owner?.shortName ?? body, materialDays: owner?.policy?.policy.materialDays };
    });
    const found: AssignmentItem[] = everyPage((request) =>
      listAssignments(models.db, filter, today, request),
    );
    return found.flatMap(({ id, state, revision, changed }) => {
      const body = bodyOf(state.body);
      const meetings = state.recipient === undefined ? [] : meetingsOf(state.recipient);
      return feedbackEntry({ id, state, revision, changed, body, meetings }, today, language, baseUrl) ?? [];
    });
  }

  private meetings(body: string): Revised<MeetingState>[] {
    return everyMeeting(this.parts.models.db, body);
  }

  private meetingEntries(body: string, language: Language): CalendarEntry[] {
    const { models, log, baseUrl } = this.parts;
    const shortName = getBody(models.db, body)?.state.shortName ?? body;
    return this.meetings(body).map((meeting) => {
      const changed = log.stream(streamOf('meeting', meeting.id)).at(-1)?.recordedAt ?? '';
      return meetingEntry(meeting, changed, shortName, language, baseUrl);
    });
  }
}

/** What a feed lists, as far as its owner may read it; `undefined` when that is nothing. */
function filterOf(scope: FeedScope, actor: Actor): AssignmentFilter | undefined {
  switch (scope.kind) {
    case 'mine':
      return { person: actor.id, bodies: bodiesFor(actor, undefined) };
    case 'body': {
      const bodies = bodiesFor(actor, scope.body);
      return bodies?.length === 0
        ? undefined
        : { recipient: scope.body, bodies: bodiesFor(actor, undefined) };
    }
    case 'view': {
      const { value, errors } = shape(AssignmentsQuery, Object.fromEntries(new URLSearchParams(scope.query)));
      if (errors.length > 0) return undefined;
      const { body, ...rest } = value;
      const { limit: _l, cursor: _c, happenedBy: _h, statedBy: _s, recordedBy: _r, ...filter } = rest;
      return { ...filter, bodies: bodiesFor(actor, body) };
    }
  }
}

function remembered<T>(read: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    const found = known.get(id) ?? read(id);
    known.set(id, found);
    return found;
  };
}

function everyPage<T>(read: (request: PageRequest) => Page<T>): T[] {
  const found: T[] = [];
  for (let cursor: string | undefined, more = true; more && found.length < most;) {
    const page = read({ limit: 200, cursor });
    found.push(...page.items);
    cursor = page.next;
    more = cursor !== undefined;
  }
  return found;
}
