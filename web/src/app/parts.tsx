import { Fragment, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, type LinkProps, useLocation, useSearchParams } from 'react-router';
import { ProblemError, type Schemas, Unreachable } from '../api/client';
import { fromToday, longDate } from '../i18n/dates';
import { copy, tellFault } from './notices';
import { useLanguage, useToday, withPlace } from './place';
import { printPage } from './print';
import { useTitle } from './title';

/** The language of words that are the body's own, where the page is in another. */
export const useOwn = (): { readonly lang?: 'sv' } => (useLanguage() === 'sv' ? {} : { lang: 'sv' });

/** Words that are the body's own, within a text of the page's. */
export function Own({ children }: { readonly children: ReactNode }) {
  const { lang } = useOwn();
  return lang ? <span lang={lang}>{children}</span> : <>{children}</>;
}

/** Puts the body's own words in a text that {@link Said} shows: in quotation marks where the page is in English. */
export function useQuote(): (words: string) => string {
  const { lang } = useOwn();
  return (words) => (lang ? `“${words}”` : words);
}

/** Roles by their names, one after the other; nothing when there are none. */
export const Roles = ({
  of,
  between = ', ',
}: {
  readonly of: readonly { readonly id: string; readonly name?: string }[];
  readonly between?: string;
}) => of.length > 0 && <Own>{of.map(({ id, name }) => name ?? id).join(between)}</Own>;

/** What the service or a picture says, where the record's own words stand in quotation marks in English. */
export function Said({ children }: { readonly children: string }) {
  const { lang } = useOwn();
  if (!lang) return children;
  return children.split(/“([^”]*)”/).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <Fragment key={at}>
        “<span lang={lang}>{part}</span>”
      </Fragment>
    ),
  );
}

interface AProps extends Omit<LinkProps, 'to'> {
  readonly to: string;
  /** What it says is a name or a title that the body has given. */
  readonly own?: boolean;
}

/** A link that keeps the body and the date one looks at. */
export function A({ to, own = false, ...rest }: AProps) {
  const [params] = useSearchParams();
  const lang = useOwn();
  return <Link to={withPlace(to, params)} {...(own && lang)} {...rest} />;
}

/** A link to something, by its name; by its id when it has none. `at` is the address of its kind. */
export const Named = ({
  at,
  of: { id, name },
  own = true,
}: {
  readonly at: string;
  readonly of: { readonly id: string; readonly name?: string };
  /** Whether the name is one that the body has given. */
  readonly own?: boolean;
}) => (
  <A own={own} to={`${at}/${id}`}>
    {name ?? id}
  </A>
);

/** Something word by word. */
export const Words = ({ children }: { readonly children: ReactNode }) => (
  <blockquote className="words" {...useOwn()}>
    {children}
  </blockquote>
);

interface TabsProps<T extends string> {
  readonly names: readonly T[];
  readonly current: T;
  readonly text: (name: T) => string;
  /** The address of a part that is a page of its own. */
  readonly to?: (name: T) => string;
  /** What the tabs are the parts of: in words, or by the id of a heading. */
  readonly label: { readonly 'aria-label': string } | { readonly 'aria-labelledby': string };
}

/** The parts of a page, one of them shown; which one is in the address. */
export function Tabs<T extends string>({ names, current, text, to, label }: TabsProps<T>) {
  return (
    <nav className="tabs" {...label}>
      {names.map((name) => (
        <A
          key={name}
          to={to ? to(name) : `?flik=${name}`}
          preventScrollReset
          replace={!to}
          aria-current={name === current ? 'page' : undefined}
        >
          {text(name)}
        </A>
      ))}
    </nav>
  );
}

let arrived = false;

/** Whoever comes from another page goes on reading at the title of this one. */
function useArrival(): void {
  const { pathname } = useLocation();
  useEffect(() => {
    if (arrived) document.getElementById('title')?.focus({ preventScroll: true });
    arrived = true;
  }, [pathname]);
}

interface PageProps {
  readonly title: string;
  /** Whether the title is the body's own. */
  readonly own?: boolean;
  /** Something small above the title: where this belongs. */
  readonly above?: ReactNode;
  /** One sentence under the title. */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page: its title in the window and on the page, its link to copy, its print. */
export function Page({ title, own = false, above, lead, actions, children }: PageProps) {
  const { t } = useTranslation();
  const lang = useOwn();
  useTitle(title, own);
  useArrival();
  return (
    <div className="page">
      <header className="page-head">
        <div className="page-title">
          {above !== undefined && <p className="above">{above}</p>}
          <h1 tabIndex={-1} id="title" {...(own && lang)}>
            {title}
          </h1>
          {lead !== undefined && <p className="lead">{lead}</p>}
        </div>
        <div className="page-actions">
          {actions}
          <button
            type="button"
            className="quiet"
            onClick={() => void copy(location.href, t('app.copied'), location.href)}
          >
            {t('app.copyLink')}
          </button>
          <PrintButton />
        </div>
      </header>
      {children}
    </div>
  );
}

function PrintButton() {
  const { t } = useTranslation();
  const [getting, setGetting] = useState(false);
  return (
    <button
      type="button"
      className="quiet"
      disabled={getting}
      onClick={() => {
        setGetting(true);
        printPage()
          .finally(() => setGetting(false))
          .catch((error: unknown) => tellFault(error, t));
      }}
    >
      {t(getting ? 'app.printing' : 'app.print')}
    </button>
  );
}

/** A day as people write it, and beside it how far away it is. */
export function Day({ day, far = true }: { readonly day: string; readonly far?: boolean }) {
  const language = useLanguage();
  const today = useToday();
  return (
    <span>
      <time dateTime={day}>{longDate(day, language)}</time>
      {far && (
        <>
          {' '}
          <span className="far nowrap">{fromToday(day, today, language)}</span>
        </>
      )}
    </span>
  );
}

/** A deadline as it is written and, beside it, as it is understood where the words do not say the day themselves. */
export function Deadline({
  window,
  expected,
}: {
  readonly window: Schemas['WindowView'];
  readonly expected?: Schemas['ExpectedView'];
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const own = useOwn();
  const meeting = expected?.meeting === undefined ? undefined : expected.date;
  const met = meeting !== undefined && meeting < today;
  const last = met ? (window.latest ?? meeting) : (expected?.date ?? window.latest);
  const meant = (): string | undefined => {
    if (meeting !== undefined && !met) return t('deadline.toMeeting', { date: longDate(meeting, language) });
    if (met && window.latest === undefined) return t('deadline.met', { date: longDate(meeting, language) });
    if (last === undefined) return undefined;
    const by = longDate(last, language);
    if (met) return t('deadline.metBy', { date: longDate(meeting, language), by });
    return window.original.includes(by) ? undefined : t('deadline.by', { date: by });
  };
  const words = meant();
  return (
    <span className="deadline">
      {window.original === '' ? <span>{t('deadline.unsaid')}</span> : <span {...own}>{window.original}</span>}
      {last !== undefined && (
        <span className="understood">
          {' · '}
          {words !== undefined && `${words}, `}
          <span className="nowrap">{fromToday(last, today, language)}</span>
        </span>
      )}
    </span>
  );
}

/** By how much a last day has moved since it was first said; nothing when it stands. */
export function Slip({ days = 0 }: { readonly days?: number }) {
  const { t } = useTranslation();
  if (days === 0) return null;
  return (
    <span className={days > 0 ? 'moved' : 'far'}>
      {t(days > 0 ? 'deadline.later' : 'deadline.earlier', { count: Math.abs(days) })}
    </span>
  );
}

/** A state in a word, with a mark that does not lean on colour. */
export function Tag({
  tone = 'plain',
  children,
}: {
  readonly tone?: 'plain' | 'good' | 'late' | 'wait' | 'next';
  readonly children: ReactNode;
}) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}

/** Grey lines where content will be. */
export function Skeleton({ lines = 4 }: { readonly lines?: number }) {
  const { t } = useTranslation();
  return (
    <div className="skeleton" role="status" aria-label={t('app.loading')}>
      {Array.from({ length: lines }, (_, at) => (
        <span key={at} style={{ inlineSize: `${(92 - ((at * 17) % 40)).toString()}%` }} />
      ))}
    </div>
  );
}

/** What stands where there is nothing, and what to do. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}

/** What went wrong, in the service's own words, and what to do. */
export function Fault({
  error,
  again,
  unsent = false,
}: {
  readonly error: Error;
  readonly again?: () => void;
  /** Whether it is about something that was to be sent, not fetched. */
  readonly unsent?: boolean;
}) {
  const { t } = useTranslation();
  const problem = error instanceof ProblemError ? error.problem : undefined;
  const said = new Set((problem?.errors ?? []).map(({ detail }) => detail));
  const more = [...said].filter((detail) => detail !== problem?.detail);
  return (
    <div className="fault" role="alert">
      <p className="fault-title">{problem?.title ?? t(unsent ? 'faults.unsent' : 'faults.title')}</p>
      <p>
        {error instanceof Unreachable
          ? t(unsent ? 'faults.sendAgain' : 'faults.unreachable')
          : (problem?.detail ?? error.message)}
      </p>
      {more.length > 0 && (
        <ul>
          {more.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
      {again && (
        <button type="button" onClick={again}>
          {t('faults.again')}
        </button>
      )}
    </div>
  );
}

interface Loaded<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

/** What was asked for, or a skeleton, or what went wrong. */
export function Wait<T>({
  for: { data, error, refetch },
  lines,
  instead,
  children,
}: {
  readonly for: Loaded<T>;
  readonly lines?: number;
  /** What is shown when nothing came, where that is a whole page. */
  readonly instead?: (error: Error) => ReactNode;
  readonly children: (data: NonNullable<T>) => ReactNode;
}) {
  if (data !== undefined && data !== null) return <>{children(data)}</>;
  if (error && instead) return <>{instead(error)}</>;
  if (error) return <Fault error={error} again={() => void refetch()} />;
  return <Skeleton lines={lines} />;
}
