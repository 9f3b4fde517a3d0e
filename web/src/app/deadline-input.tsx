import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useGet } from '../api/client';

/** A deadline in the words of the minutes, with what the log understands by it as one types. */
export function DeadlineInput({
  id,
  value,
  body,
  required = false,
  hint = '',
  onChange,
}: {
  readonly id: string;
  readonly value: string;
  readonly body: string;
  readonly required?: boolean;
  /** The id of what else is said about it. */
  readonly hint?: string;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useTranslation();
  const asked = useDeferredValue(value.trim());
  const meaning = useGet('/api/deadlines', { query: { text: asked, body }, enabled: asked !== '' });
  return (
    <>
      <input
        id={id}
        value={value}
        required={required}
        aria-describedby={`${hint} ${id}-meaning`.trim()}
        placeholder={t('deadline.example')}
        onChange={(event) => onChange(event.target.value)}
      />
      <output
        id={`${id}-meaning`}
        className="hint meaning"
        htmlFor={id}
        aria-busy={meaning.isPlaceholderData}
      >
        {asked === ''
          ? t('deadline.hint')
          : meaning.data &&
            (meaning.data.understood
              ? `${t('deadline.means')} ${meaning.data.window.text}${meaning.data.expectedText === undefined ? '' : ` · ${meaning.data.expectedText}`}`
              : t('deadline.notUnderstood'))}
      </output>
    </>
  );
}
