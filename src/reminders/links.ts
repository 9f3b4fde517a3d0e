import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { LocalDate } from '../domain/when.js';
import { type Act, acts } from './letters/acts.js';

/** What a link in a letter stands for. */
export interface ActionLink {
  readonly act: Act;
  readonly assignment: string;
  /** Opaque id of the person the letter went to. */
  readonly person: string;
  /** The reminder the letter was written for. */
  readonly reminder: string;
  /** The last day on which it can be used. */
  readonly until: LocalDate;
  /** 0 in the letter; each correction gets the next number, so that it is an answer of its own. */
  readonly turn: number;
}

const letters: { readonly [A in Act]: string } = {
  onTrack: 'p',
  delayed: 'd',
  final: 'k',
  wrongRecipient: 'f',
};
const form = /^[A-Za-z0-9._-]{1,100}$/;
const tagBytes = 24;

const payload = ({ act, assignment, person, reminder, until, turn }: ActionLink): string =>
  [letters[act], assignment, person, reminder, until, turn.toString()].join('~');

const tagOf = (text: string, secret: string): Buffer =>
  createHmac('sha256', secret).update(`beslutslogg svarslänk\n${text}`).digest().subarray(0, tagBytes);

/** The token of a link: what it stands for, in plain ids, and a signature over all of it. Throws RangeError for odd ids. */
export function signLink(link: ActionLink, secret: string): string {
  for (const id of [link.assignment, link.person, link.reminder])
    if (!form.test(id)) throw new RangeError('an id that cannot stand in a link');
  const text = payload(link);
  return `${text}~${tagOf(text, secret).toString('base64url')}`;
}

/** What a token stands for, `undefined` when it is not one of ours. Whether it is still good is not looked at. */
export function readLink(token: string, secret: string): ActionLink | undefined {
  if (token.length > 500) return undefined;
  const parts = token.split('~');
  const [letter, assignment, person, reminder, until, turn, tag] = parts;
  if (
    assignment === undefined ||
    person === undefined ||
    reminder === undefined ||
    until === undefined ||
    turn === undefined ||
    tag === undefined ||
    parts.length !== 7
  )
    return undefined;
  const given = Buffer.from(tag, 'base64url');
  const right = tagOf(parts.slice(0, 6).join('~'), secret);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const act = acts.find((known) => letters[known] === letter);
  return act && { act, assignment, person, reminder, until, turn: Number(turn) };
}

/** The Idempotency-Key of what a link does: one answer per link, however often it is sent. */
export const keyOfLink = (link: ActionLink): string =>
  `svar:${createHash('sha256').update(payload(link)).digest('hex').slice(0, 32)}`;
