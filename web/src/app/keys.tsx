import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog';
import { setLook, useLook } from './look';

/** The keys that work everywhere. */
export function Keys({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const look = useLook();
  const keys: readonly (readonly [string, string])[] = [
    ['/', t('app.search')],
    ['Ctrl K', t('app.search')],
    ['?', t('app.keys')],
    ['g o', t('pages.oversikt')],
    ['g b', t('pages.beslut')],
    ['g u', t('pages.uppdrag')],
    ['g m', t('pages.moten')],
    ['g g', t('pages.granskning')],
    ['Esc', t('app.close')],
  ];
  return (
    <Dialog title={t('app.keys')} onClose={onClose}>
      <dl className="keys">
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <label className="choice">
        <input
          type="checkbox"
          checked={look.keys}
          onChange={(event) => setLook({ ...look, keys: event.target.checked })}
        />
        {t('app.singleKeys')}
      </label>
    </Dialog>
  );
}
