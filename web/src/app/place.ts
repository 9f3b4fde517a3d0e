import { createContext, useCallback, useContext, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'react-router';
import { type Schemas, useGet } from '../api/client';
import type { Language } from '../i18n';
import { moment } from '../i18n/dates';
import type { FactDate } from '../pictures/timeline';

/** Parts of the address that follow along from page to page. */
const sticky = ['organ', 'perDatum', 'datum'] as const;
/** From one audit page to another the saved review follows along: what one goes on to see is answered as then. */
const stickyInAudit = ['granskning'] as const;
const hasOwnDays = (path: string): boolean => path.startsWith('/granskning/');
const isAudit = (path: string): boolean => path === '/granskning' || hasOwnDays(path);

/** An address with what follows along: the body and, but to a page that asks for its own days, the date one looks at. */
export function withPlace(to: string, now: URLSearchParams): string {
  const [path = '', query = ''] = to.split('?');
  const params = new URLSearchParams(query);
  for (const name of isAudit(path) ? [...sticky, ...stickyInAudit] : sticky) {
    const value = now.get(name);
    if (name === 'perDatum' && hasOwnDays(path)) continue;
    if (value !== null && !params.has(name)) params.set(name, value);
  }
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** The page of a thing; of a role (`part`) of a body, the assignments it has. */
export function pageOf(kind: string, id: string, part?: string): string | undefined {
  switch (kind) {
    case 'decision':
      return `/beslut/${id}`;
    case 'assignment':
      return `/uppdrag/${id}`;
    case 'meeting':
      return `/moten/${id}`;
    case 'matter':
    case 'milestone':
      return `/arenden/${id}`;
    case 'body':
      return part === undefined ? undefined : `/uppdrag?roll=${part}`;
    default:
      return undefined;
  }
}

/** The three dates of a fact that a read can go by, as an address names them. */
export const axisWords = { happenedBy: 'hande', statedBy: 'sades', recordedBy: 'registrerades' } as const;
export const axes = ['happenedBy', 'statedBy', 'recordedBy'] as const;
export type Axis = (typeof axes)[number];

/** The axis that an address names; by what was stated when it names none. */
export const axisIn = (params: URLSearchParams): Axis =>
  axes.find((axis) => axisWords[axis] === params.get('datum')) ?? 'statedBy';

interface Past {
  readonly date: string;
  readonly axis: Axis;
}

/** Which of a fact's dates an axis goes by. */
export const factDateOf: { readonly [A in Axis]: FactDate } = {
  happenedBy: 'happened',
  statedBy: 'stated',
  recordedBy: 'recorded',
};

/** The date in the past that the page looks at; nothing for today. */
export function usePast(): Past | undefined {
  const [params] = useSearchParams();
  const date = params.get('perDatum');
  if (date === null || !/^\d{4}-\d\d-\d\d$/.test(date)) return undefined;
  return { date, axis: axisIn(params) };
}

/** The query of a read as of the date the page looks at. */
export function useAsOf(): Partial<Record<Axis, string>> {
  const past = usePast();
  return past ? { [past.axis]: past.date } : {};
}

type Me = Schemas['MeView'];
export type Role = 'chair' | 'secretary' | 'responsible' | 'auditor' | 'reader' | 'admin';

/** Who is signed in. Only inside the shell, which waits for it. */
export function useMe(): Me {
  const { data } = useGet('/api/me');
  if (!data) throw new Error('the shell shows pages only to who is signed in');
  return data;
}

/** The body the page is about. */
export function useBody(): string {
  const me = useMe();
  const [params] = useSearchParams();
  return params.get('organ') ?? me.home ?? '';
}

const order: readonly Role[] = ['secretary', 'chair', 'responsible', 'auditor', 'admin', 'reader'];

/** The roles of whoever is signed in towards the page's body, or another, the one that does most first. */
export function useRoles(of?: string): readonly Role[] {
  const me = useMe();
  const here = useBody();
  const body = of ?? here;
  const codes = me.capacities
    .filter((capacity) => capacity.body === undefined || capacity.body.id === body)
    .map(({ role }) => role.code);
  return order.filter((role) => codes.includes(role));
}

/** A saved review that the page is answered in: its id, and the day on which it was asked. */
export const ReviewContext = createContext<{ readonly review: string; readonly on: string } | undefined>(
  undefined,
);

/** The query of a read that is answered in the review the page shows, if it shows one. */
export function useReview(): { readonly review?: string } {
  const review = useContext(ReviewContext)?.review;
  return review === undefined ? {} : { review };
}

/** The day it is by the service's clock, or was when the review was asked. */
export function useNow(): string {
  const me = useMe();
  return useContext(ReviewContext)?.on ?? me.today;
}

/** The day it is: today by the service's clock, or the day in the past one looks at. */
export function useToday(): string {
  const now = useNow();
  return usePast()?.date ?? now;
}

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'sv';
}

/** Writes an instant as a day and a time of day, where the body is. */
export function useMoment(): (at: string) => string {
  const language = useLanguage();
  const { timeZone } = useMe();
  return (at) => moment(at, timeZone, language);
}

type Changes = Readonly<Record<string, string | undefined>>;

/** What has been asked of the address and does not stand in it yet. */
let underway: URLSearchParams | undefined;

/**
 * Changes some parts of the address and leaves the rest; an empty value takes the part away. What builds on what stands
 * there is told as a function of it, since another change may be on its way.
 */
export function useAddress(): [
  URLSearchParams,
  (changes: Changes | ((now: URLSearchParams) => Changes), push?: boolean) => void,
] {
  const [params, setParams] = useSearchParams();
  const { key } = useLocation();
  useEffect(() => {
    underway = undefined;
  }, [key]);
  const change = useCallback(
    (changes: Changes | ((now: URLSearchParams) => Changes), push = false) => {
      const after = new URLSearchParams(underway ?? params);
      const asked = typeof changes === 'function' ? changes(after) : changes;
      for (const [name, value] of Object.entries(asked))
        if (value === undefined || value === '') after.delete(name);
        else after.set(name, value);
      underway = after;
      setParams(after, { replace: !push, preventScrollReset: true });
    },
    [params, setParams],
  );
  return [params, change];
}
