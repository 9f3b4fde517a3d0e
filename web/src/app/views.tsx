import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useInBrowser } from './in-browser';
import { A } from './parts';

interface Saved {
  readonly name: string;
  readonly query: string;
}

function savedOn(page: string): readonly Saved[] {
  const text = localStorage.getItem(`vyer:${page}`);
  return text === null ? [] : (JSON.parse(text) as readonly Saved[]);
}

/** Views somebody has given a name, kept on this computer; each is only an address. */
export function SavedViews({ page }: { readonly page: string }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const inBrowser = useInBrowser();
  const [kept, show] = useState<readonly Saved[]>();
  const saved = kept ?? (inBrowser ? savedOn(page) : []);
  const [name, setName] = useState<string>();
  const keep = (next: readonly Saved[]): void => {
    localStorage.setItem(`vyer:${page}`, JSON.stringify(next));
    show(next);
  };
  return (
    <div className="saved">
      {saved.map((view) => (
        <span key={view.name} className="saved-view">
          <A to={`/${page}?${view.query}`}>{view.name}</A>
          <button
            type="button"
            className="link"
            aria-label={t('views.forget', { name: view.name })}
            onClick={() => keep(saved.filter((other) => other.name !== view.name))}
          >
            ×
          </button>
        </span>
      ))}
      {name === undefined ? (
        <button type="button" className="quiet" onClick={() => setName('')}>
          {t('views.save')}
        </button>
      ) : (
        <form
          className="saved-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() === '') return;
            keep([
              ...saved.filter((other) => other.name !== name.trim()),
              { name: name.trim(), query: params.toString() },
            ]);
            setName(undefined);
          }}
        >
          <input
            autoFocus
            value={name}
            maxLength={60}
            aria-label={t('views.name')}
            placeholder={t('views.name')}
            onChange={(event) => setName(event.target.value)}
          />
          <button type="submit">{t('app.save')}</button>
        </form>
      )}
    </div>
  );
}
