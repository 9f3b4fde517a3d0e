import { loadDemo, storyOf } from './demo.js';
import { localDate } from '../clock.js';
import type { LetterItem } from '../domain/reminder/events.js';
import type { LocalDate } from '../domain/when.js';
import { streamOf } from '../domain/events.js';
import { getBody, personById, rolesHeldBy } from '../projections/directory.js';
import type { Parts } from '../parts.js';

/** A mail of the demo, as a secretary would go through them: when, to whom, what it said and why it came. */
export interface ListedMail {
  readonly date: LocalDate;
  /** The roles its reader holds, each as body and role. */
  readonly recipient: string;
  readonly subject: string;
  /** The rungs it was written for, with their assignments; of a digest or a brief, what it is about. */
  readonly why: string;
}

/** Every mail that is kept in a demo's outbox, by day, reader and subject. */
function listMails({ outbox, log, models, config }: Parts): ListedMail[] {
  const found: ListedMail[] = [];
  for (let cursor: string | undefined, more = true; more;) {
    const page = outbox?.list({ limit: 200, cursor });
    for (const { id, person, at, subject } of page?.items ?? []) {
      const letter = log.stream(streamOf('letter', id));
      const items = letter.flatMap((event) => (event.type === 'LetterHandedOver' ? event.data.items : []));
      const claimed = letter.find((event) => event.type === 'LetterClaimed');
      const about = claimed?.data.about;
      found.push({
        date: localDate(at, config.timeZone),
        recipient: rolesOf(models.db, person),
        subject,
        why:
          items.length > 0
            ? items.map(reasonOf).join(', ')
            : [claimed?.data.kind, about].filter((part) => part !== undefined).join(' '),
      });
    }
    cursor = page?.next;
    more = cursor !== undefined;
  }
  return found.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
}

const keyOf = ({ date, recipient, subject }: ListedMail): string => [date, recipient, subject].join(' ');

const reasonOf = ({ assignment, rung, capacity }: LetterItem): string =>
  `${rung} ${assignment}${capacity === 'holder' ? '' : ` (${capacity})`}`;

function rolesOf(db: Parts['models']['db'], person: string): string {
  const held = rolesHeldBy(db, person).map(
    ({ body, role }) => `${getBody(db, body)?.state.shortName ?? body} ${role}`,
  );
  return held.length > 0 ? held.join(' + ') : (personById(db, person)?.id ?? person);
}

/** How long the story of mails is: from the meeting in November 2025 to the end of September 2026. */
const story = { from: '2025-11-13', to: '2026-09-30T12:00:00.000Z' } as const;

/** Tells the whole story of the demo, morning by morning, and lists every mail it led to. */
export async function mailsOfStory(parts: Parts): Promise<ListedMail[]> {
  await loadDemo(parts, { from: story.from });
  parts.time.follow(storyOf(parts));
  await parts.time.passTo(story.to);
  return listMails(parts);
}

/** The mails as lines of a table. */
export const mailLines = (mails: readonly ListedMail[]): string =>
  mails.map(({ date, recipient, subject, why }) => [date, recipient, subject, why].join(' | ')).join('\n');
