import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { type Schemas, send, useGet } from '../api/client';
import { tellFault } from './notices';
import { A, Own } from './parts';
import { type Role, useBody, usePast, useRoles } from './place';
import { useDone } from './done';

export type Saved = Schemas['SavedViewView'];

const sharers: readonly Role[] = ['chair', 'secretary', 'admin', 'auditor'];

/** Where a saved review is opened. */
export const reviewOf = (address: string, id: string): string =>
  `${address}${address.includes('?') ? '&' : '?'}granskning=${id}`;

/** Whether whoever is signed in may keep what everyone in the body sees. */
const useMayShare = (): boolean => useRoles().some((role) => sharers.includes(role));

/** Whether whoever is signed in may rename and remove something saved. */
function useMayKeep(saved: Saved): boolean {
  const mayShare = useMayShare();
  const past = usePast();
  return !past && (!saved.shared || mayShare);
}

/** What is saved in the body, for everyone or for oneself. */
export function useSaved(): readonly Saved[] {
  const body = useBody();
  return useGet('/api/views', { query: { body } }).data?.items ?? [];
}

/** Saves, renames and removes; each says what was done, and can be taken back. */
export function useKeeping() {
  const { t } = useTranslation();
  const body = useBody();
  const done = useDone();
  const rename = (id: string, name: string, revision: number) =>
    send('/api/views/{id}/rename', { path: { id }, body: { name }, revision });
  return {
    /** Settles with the id. */
    save: async (name: string, address: string, shared: boolean): Promise<string> => {
      const { id, revision } = await send('/api/views', { body: { body, name, address, shared } });
      await done({
        text: t('views.saved', { name }),
        undo: { run: () => send('/api/views/{id}/remove', { path: { id }, body: {}, revision }) },
      });
      return id;
    },
    rename: async ({ id, name: before, revision }: Saved, name: string): Promise<void> => {
      const written = await rename(id, name, revision);
      await done({
        text: t('views.renamed', { name }),
        undo: { run: () => rename(id, before, written.revision) },
      });
    },
    remove: async ({ id, name, revision }: Saved): Promise<void> => {
      const written = await send('/api/views/{id}/remove', { path: { id }, body: {}, revision });
      await done({
        text: t('views.removed', { name }),
        undo: {
          run: () => send('/api/views/{id}/restore', { path: { id }, body: {}, revision: written.revision }),
        },
      });
    },
  };
}

/** A name for something to keep, and for whom. */
export function NameForm({
  label,
  initial = '',
  sharing = true,
  onSave,
  onCancel,
}: {
  readonly label: string;
  readonly initial?: string;
  /** Whether one chooses for whom. */
  readonly sharing?: boolean;
  readonly onSave: (name: string, shared: boolean) => Promise<void>;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation();
  const hint = useId();
  const mayShare = useMayShare();
  const [name, setName] = useState(initial);
  const [shared, share] = useState(false);
  const [busy, setBusy] = useState(false);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setBusy(true);
    onSave(name.trim(), shared)
      .catch((error: unknown) => tellFault(error, t))
      .finally(() => setBusy(false));
  };
  return (
    <form
      className="saved-form"
      onSubmit={onSubmit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <label>
        <span>{label}</span>
        <input
          autoFocus
          required
          pattern=".*\S.*"
          value={name}
          maxLength={80}
          aria-describedby={hint}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <p className="hint" id={hint}>
        {t('views.nameHint')}
      </p>
      {sharing && mayShare && (
        <label className="choice">
          <input type="checkbox" checked={shared} onChange={(event) => share(event.target.checked)} />
          {t('views.shared')}
        </label>
      )}
      <button type="submit" className="primary" disabled={busy}>
        {t('app.save')}
      </button>
      <button type="button" className="quiet" onClick={onCancel}>
        {t('app.cancel')}
      </button>
    </form>
  );
}

/** The buttons that rename and remove something saved, for who may; and the form for the new name. */
export function KeepingOf({ saved }: { readonly saved: Saved }) {
  const { t } = useTranslation();
  const mayKeep = useMayKeep(saved);
  const { rename, remove } = useKeeping();
  const [naming, setNaming] = useState(false);
  if (!mayKeep) return null;
  if (naming)
    return (
      <NameForm
        label={t('views.newName')}
        initial={saved.name}
        sharing={false}
        onSave={async (name) => {
          if (name !== saved.name) await rename(saved, name);
          setNaming(false);
        }}
        onCancel={() => setNaming(false)}
      />
    );
  return (
    <>
      <button type="button" className="quiet" onClick={() => setNaming(true)}>
        {t('views.rename')}
        <span className="only-read">
          {' '}
          <Own>{saved.name}</Own>
        </span>
      </button>
      <button
        type="button"
        className="quiet"
        onClick={() => {
          remove(saved).catch((error: unknown) => tellFault(error, t));
        }}
      >
        {t('views.remove')}
        <span className="only-read">
          {' '}
          <Own>{saved.name}</Own>
        </span>
      </button>
    </>
  );
}

/** The same filters, whatever order they were chosen in. */
const normal = (query: string): string => {
  const params = new URLSearchParams(query);
  for (const name of ['organ', 'flik']) params.delete(name);
  params.sort();
  return params.toString();
};

/** Views of a list that somebody has given a name: one’s own and the body’s. The one that is shown can be renamed and removed. */
export function SavedViews({ page }: { readonly page: 'beslut' | 'uppdrag' }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const saved = useSaved().filter(({ address }) => address.split('?')[0] === `/${page}`);
  const { save } = useKeeping();
  const [naming, setNaming] = useState(false);
  const query = normal(params.toString());
  const shown = saved.find(({ address }) => normal(address.split('?')[1] ?? '') === query);
  return (
    <div className="saved">
      {saved.length > 0 && (
        <ul className="saved-list" aria-label={t('views.title')}>
          {saved.map((view) => (
            <li key={view.id}>
              <A
                to={view.address}
                className="saved-view"
                aria-current={view === shown ? 'true' : undefined}
                title={view.shared ? t('views.bodys') : t('views.own')}
              >
                <Own>{view.name}</Own>
              </A>
            </li>
          ))}
        </ul>
      )}
      {shown ? (
        <KeepingOf key={shown.id} saved={shown} />
      ) : naming ? (
        <NameForm
          label={t('views.name')}
          onSave={async (name, shared) => {
            await save(name, query === '' ? `/${page}` : `/${page}?${query}`, shared);
            setNaming(false);
          }}
          onCancel={() => setNaming(false)}
        />
      ) : (
        <button type="button" className="quiet" onClick={() => setNaming(true)}>
          {t('views.save')}
        </button>
      )}
    </div>
  );
}
