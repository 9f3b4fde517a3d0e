import { type BodyState } from '../../domain/body/body.js';
import { addDays } from '../../domain/calendar.js';
import type { Language } from '../../domain/person/events.js';
import type { LetterState } from '../../domain/reminder/letter.js';
import { formatDate } from '../../domain/swedish-dates.js';
import type { LocalDate } from '../../domain/when.js';
import { getAssignment } from '../../projections/assignments.js';
import { attentionList, type AttentionReason, type AttentionRow } from '../../projections/attention.js';
import { personById } from '../../projections/directory.js';
import { expectedFeedback } from '../../projections/feedback.js';
import { plannedRungs, undelivered } from '../../projections/reminders.js';
import type { Desk } from '../letter.js';
import type { DigestLine, SecretaryDigest } from './digests.js';

type Said = { readonly [L in Language]: (value: string) => string };
type Note =
  | 'notSent'
  | 'since'
  | 'passed'
  | 'noHolder'
  | 'noAddress'
  | 'goesOut'
  | 'refused'
  | 'badAddress'
  | 'noMailServer';

const weekly: { readonly [L in Language]: string } = {
  sv: 'Det här veckobrevet',
  en: 'This weekly letter',
};

const notes: { readonly [N in Note]: Said } = {
  notSent: {
    sv: (day) => `Gick inte att lämna den ${day}.`,
    en: (day) => `Could not be delivered on ${day}.`,
  },
  since: { sv: (day) => `Anmält den ${day}.`, en: (day) => `Said on ${day}.` },
  passed: { sv: (day) => `Fristen gick ut den ${day}.`, en: (day) => `The deadline was ${day}.` },
  noHolder: { sv: () => 'Ingen har rollen nu.', en: () => 'Nobody holds the role.' },
  noAddress: {
    sv: () => 'Den som innehar rollen har ingen e-postadress.',
    en: () => 'Whoever holds the role has no e-mail address.',
  },
  goesOut: { sv: (what) => `Till ${what}.`, en: (what) => `To ${what}.` },
  refused: {
    sv: (day) => `Brevet den ${day} togs inte emot av mottagarens e-postserver.`,
    en: (day) => `The letter of ${day} was not accepted.`,
  },
  badAddress: {
    sv: (day) => `Brevet den ${day} kom inte fram: adressen är fel.`,
    en: (day) => `The letter of ${day} could not be delivered; the address is wrong.`,
  },
  noMailServer: {
    sv: (day) => `E-postservern svarade inte den ${day}; nya försök görs.`,
    en: (day) => `The mail server did not answer on ${day}; it is tried again.`,
  },
};

/** What there is to tell the secretary of a body on a day: the week ahead, and what needs a hand. */
export function digestLines(
  body: string,
  owner: BodyState,
  today: LocalDate,
  language: Language,
  desk: Desk,
): Omit<SecretaryDigest, 'language' | 'body' | 'week'> {
  const { db } = desk.models;
  const weekAgo = addDays(today, -7);
  const say = (note: Note, value: string): string => notes[note][language](value);
  const day = (date: LocalDate): string => formatDate(date, language);
  const about = (id: string): string => `${desk.baseUrl}/uppdrag/${encodeURIComponent(id)}`;
  const roleTitle = (role: string): string => owner.roles.find((known) => known.role === role)?.title ?? role;
  const rows = (reason: AttentionReason): readonly AttentionRow[] =>
    attentionList(db, { bodies: [body], reasons: [reason] }, today, { limit: 200 }).items.filter(
      ({ subject }) => subject.kind === 'assignment',
    );
  const disputed = rows('wrongAssignee');
  const passed = rows('windowPassed');
  const unheld = rows('roleWithoutHolder');
  const open = expectedFeedback(db, { bodies: [body], kind: 'assignment' }, today, { limit: 200 }).items;
  const asked = new Set(
    open.flatMap(({ phase, responsible }) => (phase === 'finallyReported' ? [] : responsible)),
  );
  const letters = undelivered(db, weekAgo, today).map(({ state }) => JSON.parse(state) as LetterState);
  const lastWeekly = letters.findLast((letter) => letter.kind === 'digest' && letter.about === body);
  const failed = letters.flatMap((letter): DigestLine[] => {
    const { items, why, day: sent } = letter;
    if (letter === lastWeekly) return [{ text: weekly[language], note: say('notSent', day(sent)) }];
    const note: Note =
      why === 'badAddress'
        ? 'badAddress'
        : why === 'unreachable' || why === 'tooSlow'
          ? 'noMailServer'
          : 'refused';
    return items.flatMap(({ assignment, role }) => {
      const found = getAssignment(db, assignment)?.state;
      return found?.body === body
        ? [{ text: `${found.title}: ${roleTitle(role)}`, note: say(note, day(sent)), url: about(assignment) }]
        : [];
    });
  });
  const goesOut = plannedRungs(
    db,
    { bodies: [body], today, from: today, to: addDays(today, 6), seenTo: true },
    200,
  )
    .filter(({ day: on }) => on >= today)
    .map(({ assignment, role, day: on }): DigestLine => ({
      text: `${day(on)}: ${getAssignment(db, assignment)?.state.title ?? assignment}`,
      note: say('goesOut', roleTitle(role)),
      url: about(assignment),
    }));
  const isNew = ({ since }: AttentionRow): boolean => since !== undefined && since >= weekAgo;
  return {
    isNews: goesOut.length > 0 || failed.length > 0 || [...disputed, ...passed, ...unheld].some(isNew),
    goesOut,
    failed,
    wrongRecipient: disputed.map(({ title, subject, since }) => ({
      text: title,
      url: about(subject.id),
      ...(since !== undefined && { note: say('since', day(since)) }),
    })),
    unreachable: owner.roles
      .filter(({ role }) => asked.has(role))
      .flatMap(({ title, holders }): DigestLine[] => {
        if (holders.length === 0) return [{ text: title, note: say('noHolder', '') }];
        const reached = holders.some((id) => personById(db, id)?.state.email !== undefined);
        return reached ? [] : [{ text: title, note: say('noAddress', '') }];
      }),
    late: passed.map(({ title, subject, since }) => ({
      text: title,
      url: about(subject.id),
      ...(since !== undefined && { note: say('passed', day(since)) }),
    })),
  };
}
