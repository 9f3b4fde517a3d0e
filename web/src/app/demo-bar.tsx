import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send, useGet } from '../api/client';
import { longDate } from '../i18n/dates';
import { tellFault } from './notices';
import { useLanguage, useMe } from './place';
import { personaIn, useSignIn } from './sign-in';

/** The demo's clock and the role one tries it in. */
export function DemoBar() {
  const { t } = useTranslation();
  const me = useMe();
  const language = useLanguage();
  const client = useQueryClient();
  const signIn = useSignIn();
  const personas = useGet('/api/demo/personas');
  const [busy, setBusy] = useState(false);
  const on = (body: { readonly days?: number; readonly to?: string }): void => {
    setBusy(true);
    send('/api/demo/clock', { body })
      .then(() => client.invalidateQueries())
      .catch((error: unknown) => tellFault(error, t))
      .finally(() => setBusy(false));
  };
  return (
    <aside className="demo-bar" aria-label="Demo">
      <span>{t('demo.today', { date: longDate(me.today, language) })}</span>
      <button type="button" disabled={busy} onClick={() => on({ days: 1 })}>
        {t('demo.day')}
      </button>
      <button type="button" disabled={busy} onClick={() => on({ days: 7 })}>
        {t('demo.week')}
      </button>
      <button type="button" disabled={busy} onClick={() => on({ days: 30 })}>
        {t('demo.month')}
      </button>
      <label>
        <span className="only-read">{t('signIn.switch')}</span>
        <select
          value={me.id}
          onChange={(event) => {
            const chosen = personas.data?.find(({ id }) => id === event.target.value);
            if (chosen) signIn(chosen.token).catch((error: unknown) => tellFault(error, t));
          }}
        >
          {(personas.data ?? []).map((one) => (
            <option key={one.id} value={one.id}>
              {personaIn(one, language)}
            </option>
          ))}
          {personas.data?.some(({ id }) => id === me.id) !== true && <option value={me.id}>{me.id}</option>}
        </select>
      </label>
    </aside>
  );
}
