import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, send, useGet } from '../api/client';
import type { Language } from '../i18n';
import { capital } from '../pictures/words';
import { Fault } from './parts';
import { type Role, useLanguage } from './place';
import { useTitle } from './title';

/** Signs in with a token and shows everything anew for whoever that is. Throws as `send` does. */
export function useSignIn(): (token: string) => Promise<void> {
  const client = useQueryClient();
  return async (token) => {
    await send('/api/session', { body: { token } });
    await client.resetQueries();
  };
}

/** What a persona is called: its own words in Swedish, its role in other languages. */
export const personaIn = ({ title, roles }: Schemas['PersonaView'], language: Language): string =>
  language === 'sv' ? title : capital(roles[0]?.text ?? title);

const told = {
  chair: 'signIn.chair',
  secretary: 'signIn.secretary',
  responsible: 'signIn.responsible',
  auditor: 'signIn.auditor',
  reader: 'signIn.reader',
  admin: 'signIn.admin',
} as const satisfies Readonly<Record<Role, string>>;

const isTold = (code: string | undefined): code is Role => code !== undefined && code in told;

/** Who are you: a token to paste, or in a demo a role to choose. */
export function SignIn() {
  const { t } = useTranslation();
  const signIn = useSignIn();
  const language = useLanguage();
  const personas = useGet('/api/demo/personas');
  const [error, setError] = useState<Error>();
  const go = (token: string): void => {
    signIn(token).catch((found: unknown) => {
      setError(found instanceof Error ? found : new Error(String(found)));
    });
  };
  const title = personas.data ? t('signIn.demoTitle') : t('signIn.title');
  useTitle(title);
  if (personas.isPending) return null;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const token = new FormData(event.currentTarget).get('token');
    if (typeof token === 'string' && token.trim() !== '') go(token.trim());
  };
  return (
    <main className="outside">
      <p className="brand">
        <img src="/assets/beslutslogg.svg" alt="" width="36" height="36" />
        {t('app.name')}
      </p>
      <h1>{title}</h1>
      <p className="lead">{personas.data ? t('signIn.demoWhy') : t('signIn.why')}</p>
      {error && <Fault error={error} />}
      {personas.data ? (
        <ul className="personas">
          {personas.data.map((one) => {
            const code = one.roles[0]?.code;
            return (
              <li key={one.id}>
                <button type="button" onClick={() => go(one.token)}>
                  <span className="persona">{personaIn(one, language)}</span>
                  {isTold(code) && <span className="hint">{t(told[code])}</span>}
                </button>
              </li>
            );
          })}
        </ul>
      ) : (
        <form onSubmit={submit} className="form">
          <label>
            {t('signIn.token')}
            <input name="token" type="password" autoComplete="current-password" required />
          </label>
          <button type="submit" className="primary">
            {t('signIn.go')}
          </button>
        </form>
      )}
    </main>
  );
}
