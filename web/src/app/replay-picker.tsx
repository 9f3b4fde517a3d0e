import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useGet } from '../api/client';
import { useOwn } from './parts';
import { useBody, withPlace } from './place';

/** Chooses an assignment or a decision to see evolve. */
export function ReplayPicker() {
  const { t } = useTranslation();
  const body = useBody();
  const own = useOwn();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [chosen, choose] = useState('');
  const query = { body, sort: 'title', limit: 200 } as const;
  const assignments = useGet('/api/assignments', { query }).data?.items ?? [];
  const decisions = useGet('/api/decisions', { query }).data?.items ?? [];
  const groups = [
    ['uppdrag', assignments],
    ['beslut', decisions],
  ] as const;
  const go = (event: FormEvent): void => {
    event.preventDefault();
    void navigate(withPlace(`/granskning/${chosen}`, params));
  };
  return (
    <form className="picker only-screen" onSubmit={go}>
      <label>
        {t('replay.title')}
        <select required value={chosen} onChange={({ target }) => choose(target.value)}>
          <option value="">{t('replay.choose')}</option>
          {groups.map(([page, items]) => (
            <optgroup key={page} label={t(`pages.${page}`)}>
              {items.map(({ id, title }) => (
                <option key={id} value={`${page}/${id}`} {...own}>
                  {title}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <button type="submit" className="primary">
        {t('replay.go')}
      </button>
    </form>
  );
}
