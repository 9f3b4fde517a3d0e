import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey, ProblemError, read, type Schemas } from '../api/client';
import { DayInput } from './day-input';
import { DeadlineInput } from './deadline-input';
import { type Done, useDone } from './done';
import { useDraft } from './drafts';
import { Day, Fault } from './parts';

export type Values = Readonly<Record<string, string>>;

interface Base {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
}

/** A field of a form. */
export type Field = Base &
  (
    | { readonly kind: 'line' | 'text' | 'deadline' | 'date' }
    | { readonly kind: 'choice' | 'select'; readonly options: readonly (readonly [string, string])[] }
    | { readonly kind: 'tick' }
  );

interface WriteFormProps {
  /** What the draft is kept under. */
  readonly draft: string;
  readonly fields: readonly Field[];
  readonly initial?: Values;
  readonly submit: string;
  /** What is written to, to show what somebody else has changed meanwhile. */
  readonly subject?: {
    readonly kind: 'assignment' | 'decision' | 'meeting' | 'matter' | 'reminder';
    readonly id: string;
  };
  readonly revision: number;
  readonly body: string;
  readonly send: (values: Values, revision: number, key: string) => Promise<Done>;
  readonly onDone?: () => void;
  readonly onCancel?: () => void;
  readonly note?: ReactNode;
}

/**
 * A form that loses no text: what is written is kept until it is sent, and when somebody else has changed the same thing
 * meanwhile, both are shown and the writer chooses.
 */
export function WriteForm({
  draft: key,
  fields,
  initial = {},
  submit,
  subject,
  revision,
  body,
  send,
  onDone,
  onCancel,
  note,
}: WriteFormProps) {
  const { t } = useTranslation();
  const draft = useDraft<Values>(key, initial);
  const done = useDone();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const [others, setOthers] = useState<readonly Schemas['FactView'][]>();
  const base = useRef(revision);
  const once = useRef(newKey());
  const values = draft.value;
  const set = (name: string, value: string): void => {
    draft.set({ ...values, [name]: value });
  };
  const go = async (against: number): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      const what = await send(values, against, once.current);
      draft.clear();
      once.current = newKey();
      setOthers(undefined);
      await done(what);
      onDone?.();
    } catch (failed) {
      if (failed instanceof ProblemError && failed.status === 412 && subject) {
        const { items } = await read('/api/audit', {
          query: { kind: subject.kind, id: subject.id, limit: 20 },
        });
        setOthers(items.filter((fact) => fact.revision > against));
        base.current = failed.problem.currentRevision ?? against;
        once.current = newKey();
      } else setError(failed instanceof Error ? failed : new Error(String(failed)));
    } finally {
      setBusy(false);
    }
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void go(base.current);
  };
  return (
    <form className="form" onSubmit={onSubmit}>
      {draft.kept && <p className="hint">{t('write.kept')}</p>}
      {note}
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          body={body}
          value={values[field.name] ?? ''}
          onChange={(value) => set(field.name, value)}
        />
      ))}
      {others && (
        <div className="both" role="alert">
          <h3>{t('write.stale')}</h3>
          <div className="both-sides">
            <div>
              <h4>{t('write.theirs')}</h4>
              <ul>
                {others.map((fact) => (
                  <li key={fact.id}>
                    {fact.line}. <Day day={fact.recordedOn} far={false} />
                  </li>
                ))}
              </ul>
            </div>
            <div>
              <h4>{t('write.yours')}</h4>
              <dl>
                {fields
                  .filter(({ name }) => (values[name] ?? '') !== '')
                  .map((field) => (
                    <div key={field.name}>
                      <dt>{field.label}</dt>
                      <dd>{values[field.name]}</dd>
                    </div>
                  ))}
              </dl>
            </div>
          </div>
          <div className="form-actions">
            <button type="button" disabled={busy} onClick={() => void go(base.current)}>
              {t('write.sendAnyway')}
            </button>
            <button type="button" className="quiet" onClick={() => setOthers(undefined)}>
              {t('write.keepWriting')}
            </button>
          </div>
        </div>
      )}
      {error && <Fault error={error} />}
      <div className="form-actions">
        <button type="submit" className="primary" disabled={busy}>
          {busy ? t('write.sending') : submit}
        </button>
        {onCancel && (
          <button
            type="button"
            className="quiet"
            onClick={() => {
              draft.clear();
              onCancel();
            }}
          >
            {t('app.cancel')}
          </button>
        )}
      </div>
    </form>
  );
}

function FieldInput({
  field,
  value,
  body,
  onChange,
}: {
  readonly field: Field;
  readonly value: string;
  readonly body: string;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const required = field.optional !== true;
  const hint = field.hint !== undefined && (
    <span className="hint" id={`${id}-hint`}>
      {field.hint}
    </span>
  );
  const described = field.hint === undefined ? undefined : `${id}-hint`;
  const name = (
    <>
      {field.label}
      {!required && <span className="hint"> ({t('write.optional')})</span>}
    </>
  );
  switch (field.kind) {
    case 'choice':
      return (
        <fieldset className="field">
          <legend>{name}</legend>
          {hint}
          {field.options.map(([code, text]) => (
            <label key={code} className="choice">
              <input
                type="radio"
                name={`${id}-${field.name}`}
                value={code}
                checked={value === code}
                required={required}
                onChange={() => onChange(code)}
              />
              {text}
            </label>
          ))}
        </fieldset>
      );
    case 'tick':
      return (
        <label className="choice">
          <input
            type="checkbox"
            checked={value === 'ja'}
            onChange={(event) => onChange(event.target.checked ? 'ja' : '')}
          />
          {field.label}
        </label>
      );
    case 'deadline':
      return (
        <div className="field">
          <label htmlFor={id}>{name}</label>
          {hint}
          <DeadlineInput id={id} value={value} body={body} required={required} onChange={onChange} />
        </div>
      );
    case 'select':
      return (
        <div className="field">
          <label htmlFor={id}>{name}</label>
          {hint}
          <select
            id={id}
            value={value}
            required={required}
            aria-describedby={described}
            onChange={(event) => onChange(event.target.value)}
          >
            <option value="">{t('write.choose')}</option>
            {field.options.map(([code, text]) => (
              <option key={code} value={code}>
                {text}
              </option>
            ))}
          </select>
        </div>
      );
    case 'text':
      return (
        <div className="field">
          <label htmlFor={id}>{name}</label>
          {hint}
          <textarea
            id={id}
            value={value}
            required={required}
            aria-describedby={described}
            onChange={(event) => onChange(event.target.value)}
          />
        </div>
      );
    case 'date':
      return (
        <div className="field">
          <label htmlFor={id}>{name}</label>
          {hint}
          <DayInput id={id} value={value} required={required} onChange={onChange} />
        </div>
      );
    case 'line':
      return (
        <div className="field">
          <label htmlFor={id}>{name}</label>
          {hint}
          <input
            id={id}
            value={value}
            required={required}
            aria-describedby={described}
            onChange={(event) => onChange(event.target.value)}
          />
        </div>
      );
  }
}
