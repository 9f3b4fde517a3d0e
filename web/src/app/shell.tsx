import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import {
  NavLink,
  Outlet,
  ScrollRestoration,
  useNavigate,
  useNavigation,
  useSearchParams,
} from 'react-router';
import { ProblemError, signOut, useGet, whenSessionEnds } from '../api/client';
import { useLiveChanges } from '../api/live';
import { speak } from '../i18n';
import { longDate } from '../i18n/dates';
import { DemoBar } from './demo-bar';
import { Keys } from './keys';
import { setLook, type Theme, useLook } from './look';
import { OpenSearch } from './lost';
import { Menu } from './menu';
import { forget, forgetAll, tellFault, useNotices } from './notices';
import { A, Fault, Own, Skeleton, useOwn } from './parts';
import { useAddress, useBody, useLanguage, useMe, usePast, useRoles, withPlace } from './place';
import { Search } from './search';
import { SignIn } from './sign-in';

const pages = ['oversikt', 'beslut', 'uppdrag', 'moten', 'granskning'] as const;

/** What stands around every page. */
export function Shell() {
  const me = useGet('/api/me');
  const { refetch } = me;
  useEffect(() => whenSessionEnds(() => void refetch()), [refetch]);
  if (me.error instanceof ProblemError && me.error.status === 401) return <SignIn />;
  if (me.data) return <Inside />;
  return (
    <main className="outside">
      {me.error ? <Fault error={me.error} again={() => void me.refetch()} /> : <Skeleton lines={6} />}
    </main>
  );
}

function Inside() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const moving = useNavigation().state !== 'idle';
  const connected = useLiveChanges();
  const me = useMe();
  const past = usePast();
  const [asked, setAsked] = useState<'search' | 'keys' | undefined>();
  const openSearch = useCallback(() => setAsked('search'), []);
  const going = useRef(false);
  const { keys } = useLook();

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const typing =
        event.target instanceof HTMLElement &&
        (event.target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName));
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setAsked('search');
        return;
      }
      if (
        !keys ||
        typing ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        document.querySelector('dialog[open]')
      )
        return;
      if (going.current) {
        going.current = false;
        const page = pages.find((name) => name.startsWith(event.key));
        if (page !== undefined) void navigate(withPlace(`/${page}`, params));
        return;
      }
      if (event.key === '/') {
        event.preventDefault();
        setAsked('search');
      } else if (event.key === '?') setAsked('keys');
      else if (event.key === 'g') {
        going.current = true;
        setTimeout(() => (going.current = false), 1_500);
      }
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, [keys, navigate, params]);

  return (
    <>
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      {me.demo && <DemoBar />}
      <header className="top">
        <A to="/oversikt" className="brand">
          <img src="/assets/beslutslogg.svg" alt="" width="28" height="28" />
          {t('app.name')}
        </A>
        <BodySwitcher />
        <nav aria-label={t('app.nav')} className="main-nav">
          {pages.map((page) => (
            <NavLink key={page} to={withPlace(`/${page}`, params)}>
              {t(`pages.${page}`)}
            </NavLink>
          ))}
        </nav>
        <button type="button" className="search-button" onClick={openSearch}>
          <span>{t('app.search')}</span>
          {keys && <kbd aria-hidden="true">/</kbd>}
        </button>
        <You onKeys={() => setAsked('keys')} />
      </header>
      <PrintedBy />
      {past && <PastBanner />}
      <main id="main" tabIndex={-1} aria-busy={moving} data-past={past ? 'true' : undefined}>
        <Suspense fallback={<Skeleton lines={6} />}>
          <OpenSearch value={openSearch}>
            <Outlet />
          </OpenSearch>
        </Suspense>
      </main>
      {!connected && (
        <p className="cut" role="status">
          {t('app.cut')}
        </p>
      )}
      <footer className="foot">
        <A to="/hjalp">{t('app.help')}</A>
        <A to="/tillganglighet">{t('app.accessibility')}</A>
        <A to="/utkorgen">{t('app.outbox')}</A>
        <button type="button" className="link" onClick={() => setAsked('keys')}>
          {t('app.keys')} {keys && <kbd>?</kbd>}
        </button>
      </footer>
      <Notices />
      <ScrollRestoration />
      {asked === 'search' && <Search onClose={() => setAsked(undefined)} />}
      {asked === 'keys' && <Keys onClose={() => setAsked(undefined)} />}
    </>
  );
}

function BodySwitcher() {
  const { t } = useTranslation();
  const { bodies } = useMe();
  const body = useBody();
  const own = useOwn();
  const [, change] = useAddress();
  if (bodies.length < 2)
    return (
      <span className="body-name">
        <Own>{bodies[0]?.shortName}</Own>
      </span>
    );
  return (
    <label className="body-switch">
      <span className="only-read">{t('app.body')}</span>
      <select value={body} onChange={(event) => change({ organ: event.target.value }, true)}>
        {bodies.map(({ id, shortName }) => (
          <option key={id} value={id} {...own}>
            {shortName}
          </option>
        ))}
      </select>
    </label>
  );
}

function You({ onKeys }: { readonly onKeys: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const [role] = useRoles();
  const language = useLanguage();
  const client = useQueryClient();
  const look = useLook();
  const fault = (error: unknown): void => tellFault(error, t);
  return (
    <Menu
      className="you"
      summary={
        <>
          <span>{me.name ?? (role ? t(`role.${role}`) : me.id)}</span>
          {me.name !== undefined && role && <span className="you-role">{t(`role.${role}`)}</span>}
        </>
      }
    >
      <fieldset>
        <legend>{t('app.language')}</legend>
        {(['sv', 'en'] as const).map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="language"
              checked={language === one}
              onChange={() => {
                speak(one)
                  .then(() => client.invalidateQueries())
                  .catch(fault);
              }}
            />
            <span lang={one}>{one === 'sv' ? 'Svenska' : 'English'}</span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('app.theme')}</legend>
        {(
          [
            ['auto', t('app.themeAuto')],
            ['light', t('app.themeLight')],
            ['dark', t('app.themeDark')],
          ] as const satisfies readonly (readonly [Theme, string])[]
        ).map(([theme, name]) => (
          <label key={theme}>
            <input
              type="radio"
              name="theme"
              checked={look.theme === theme}
              onChange={() => setLook({ ...look, theme })}
            />
            {name}
          </label>
        ))}
        <label>
          <input
            type="checkbox"
            checked={look.contrast}
            onChange={(event) => setLook({ ...look, contrast: event.target.checked })}
          />
          {t('app.contrast')}
        </label>
      </fieldset>
      <div className="you-actions">
        <button type="button" className="quiet" onClick={onKeys}>
          {t('app.keys')}
        </button>
        <button
          type="button"
          className="quiet"
          onClick={() => {
            signOut()
              .then(() => client.resetQueries())
              .catch(fault);
          }}
        >
          {t('app.signOut')}
        </button>
      </div>
    </Menu>
  );
}

/** On paper: of which body, when, for whom and where it stands. */
function PrintedBy() {
  const { t } = useTranslation();
  const me = useMe();
  const body = useBody();
  const language = useLanguage();
  const [role] = useRoles();
  const [address, setAddress] = useState('');
  useEffect(() => {
    const before = (): void => flushSync(() => setAddress(location.href));
    addEventListener('beforeprint', before);
    return () => {
      removeEventListener('beforeprint', before);
    };
  }, []);
  return (
    <p className="only-print printed-by">
      {t('app.name')} · <Own>{me.bodies.find(({ id }) => id === body)?.name}</Own> ·{' '}
      {t('app.printedOn', { date: longDate(me.today, language) })}
      {` · ${me.name ?? (role ? t(`role.${role}`) : me.id)}`}
      {address !== '' && ` · ${address}`}
    </p>
  );
}

function PastBanner() {
  const { t } = useTranslation();
  const past = usePast();
  const language = useLanguage();
  const [, change] = useAddress();
  if (!past) return null;
  const axis = {
    happenedBy: t('past.happened'),
    statedBy: t('past.stated'),
    recordedBy: t('past.recorded'),
  }[past.axis];
  return (
    <aside className="past" role="status">
      <p>{t('past.banner', { date: longDate(past.date, language), axis })}</p>
      <button type="button" onClick={() => change({ perDatum: undefined, datum: undefined }, true)}>
        {t('past.back')}
      </button>
    </aside>
  );
}

function Notices() {
  const { t } = useTranslation();
  const notices = useNotices();
  const { id: reader } = useMe();
  useEffect(() => forgetAll, [reader]);
  return (
    <div className="notices" role="status" aria-live="polite">
      {notices.map(({ id, text, detail, action }) => (
        <div key={id} className="notice">
          <p>
            {text}
            {detail !== undefined && ` ${detail}`}
          </p>
          {action && (
            <button
              type="button"
              onClick={() => {
                forget(id);
                action.run();
              }}
            >
              {action.label}
            </button>
          )}
          <button
            type="button"
            className="notice-close"
            aria-label={t('app.close')}
            onClick={() => forget(id)}
          >
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
