import type { BodyState } from '../../domain/body/body.js';
import type { Language } from '../../domain/person/events.js';
import { formatDate } from '../../domain/swedish-dates.js';
import type { LocalDate } from '../../domain/when.js';
import { attentionList } from '../../projections/attention.js';
import { personById } from '../../projections/directory.js';
import { expectedFeedback } from '../../projections/feedback.js';
import type { Desk } from '../letter.js';
import type { DigestLine, SecretaryDigest } from './digests.js';

type Said = { readonly [L in Language]: (value: string) => string };

const notes: { readonly [N in 'since' | 'passed' | 'noHolder' | 'noAddress']: Said } = {
  since: { sv: (day) => `Anmält ${day}.`, en: (day) => `Said on ${day}.` },
  passed: { sv: (day) => `Tiden gick ut ${day}.`, en: (day) => `The time ended on ${day}.` },
  noHolder: { sv: () => 'Ingen innehar rollen.', en: () => 'Nobody holds the role.' },
  noAddress: {
    sv: () => 'Den som innehar rollen har ingen e-postadress.',
    en: () => 'Whoever holds the role has no e-mail address.',
  },
};

/** What there is to tell the secretary of a body on a day. */
export function digestLines(
  body: string,
  owner: BodyState,
  today: LocalDate,
  language: Language,
  desk: Desk,
): Omit<SecretaryDigest, 'language' | 'body' | 'week'> {
  const { db } = desk.models;
  const about = (id: string): string => `${desk.baseUrl}/uppdrag/${encodeURIComponent(id)}`;
  const open = expectedFeedback(db, { bodies: [body], kind: 'assignment' }, today, { limit: 200 }).items;
  const asked = new Set(
    open.flatMap(({ phase, responsible }) => (phase === 'finallyReported' ? [] : responsible)),
  );
  return {
    wrongRecipient: attentionList(db, { bodies: [body], reasons: ['wrongAssignee'] }, today).items.map(
      ({ title, subject, since }): DigestLine => ({
        text: title,
        url: about(subject.id),
        ...(since !== undefined && { note: notes.since[language](formatDate(since, language)) }),
      }),
    ),
    unreachable: owner.roles
      .filter(({ role }) => asked.has(role))
      .flatMap(({ title, holders }): DigestLine[] => {
        if (holders.length === 0) return [{ text: title, note: notes.noHolder[language]('') }];
        const reached = holders.some((id) => personById(db, id)?.state.email !== undefined);
        return reached ? [] : [{ text: title, note: notes.noAddress[language]('') }];
      }),
    late: open
      .filter(({ late }) => late)
      .map(({ id, title, window }) => ({
        text: title,
        url: about(id),
        note: notes.passed[language](formatDate(window.latest ?? today, language)),
      })),
  };
}
