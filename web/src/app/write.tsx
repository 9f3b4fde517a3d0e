import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { isObject, newKey, ProblemError, useGet } from '../api/client';
import { DayInput } from './day-input';
import { DeadlineInput } from './deadline-input';
import { type Done, useDone } from './done';
import { useDraft } from './drafts';
import { tell } from './notices';
import { Day, Fault, Said, useOwn, useQuote } from './parts';

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
    | { readonly kind: 'choice'; readonly options: readonly (readonly [string, string])[] }
    | {
        readonly kind: 'select';
        readonly options: readonly (readonly [string, string])[];
        /** Whether the options are in the words of the page, not the body's own. */
        readonly ours?: boolean;
      }
    /** `of`: the field it is said instead of. */
    | { readonly kind: 'tick'; readonly of?: string }
  );

interface WriteFormProps {
  /** What the draft is about: the thing, what is done to it, and what says how the form begins. */
  readonly draft: string;
  readonly fields: readonly Field[];
  readonly initial?: Values;
  /** What stands there now in the same fields. */
  readonly now?: Values;
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

/** What one has written in a form. */
interface Written {
  readonly values: Values;
  /** The revision it was begun against: what came after it is another's. */
  readonly against: number;
  /** When somebody else came first: the revision that stands there now. */
  readonly current?: number;
}

function writtenIn(kept: unknown): Written | undefined {
  if (!isObject(kept) || !isObject(kept['values'])) return undefined;
  const { values, against, current } = kept;
  const words = Object.entries(values).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  if (typeof against !== 'number') return undefined;
  return { values: Object.fromEntries(words), against, ...(typeof current === 'number' && { current }) };
}

/**
 * A form that loses no text: what is written is kept until it is sent, and when somebody else has changed the same thing
 * meanwhile, both are shown and the writer chooses, also after a reload.
 */
export function WriteForm({
  draft: key,
  fields,
  initial = {},
  now = {},
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
  const [opened] = useState(revision);
  const draft = useDraft<Written>(key, { values: initial, against: opened }, writtenIn);
  const client = useQueryClient();
  const done = useDone();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const once = useRef(newKey());
  const form = useRef<HTMLFormElement>(null);
  const { values, against, current } = draft.value;
  const go = async (to: number): Promise<void> => {
    const at = document.activeElement;
    setBusy(true);
    setError(undefined);
    try {
      const what = await send(values, to, once.current);
      draft.clear();
      once.current = newKey();
      await done(what);
      onDone?.();
    } catch (failed) {
      if (failed instanceof ProblemError && failed.status === 412 && subject) {
        draft.set({ values, against, current: failed.problem.currentRevision ?? to });
        once.current = newKey();
        await client.invalidateQueries();
      } else setError(failed instanceof Error ? failed : new Error(String(failed)));
    } finally {
      flushSync(() => setBusy(false));
      if (at instanceof HTMLElement) at.focus();
    }
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void go(against);
  };
  if (current !== undefined && subject)
    return (
      <Choice
        subject={subject}
        against={against}
        fields={fields}
        now={now}
        values={values}
        busy={busy}
        error={error}
        onMine={() => void go(current)}
        onTheirs={() => {
          draft.clear();
          tell({
            text: t('write.theirsKept'),
            action: {
              label: t('app.undo'),
              run: () => {
                draft.set({ values, against: current });
                tell({ text: t('write.kept') });
              },
            },
          });
          (onCancel ?? onDone)?.();
        }}
        onWrite={() => {
          flushSync(() => draft.set({ values, against: current }));
          form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
        }}
      />
    );
  return (
    <form ref={form} onSubmit={onSubmit}>
      <fieldset className="form" disabled={busy}>
        {draft.note && <p className="hint">{t(`write.${draft.note}`)}</p>}
        {note}
        {fields.map((field) => (
          <FieldInput
            key={field.name}
            field={field}
            body={body}
            value={values[field.name] ?? ''}
            onChange={(value) => draft.set({ values: { ...values, [field.name]: value }, against })}
          />
        ))}
        {error && <Fault error={error} unsent />}
        <div className="form-actions">
          <button type="submit" className="primary">
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
      </fieldset>
    </form>
  );
}

/** What a field says in words: the name of a choice, not its code. */
function said(
  field: Field,
  values: Values,
  fields: readonly Field[],
  quote: (words: string) => string,
): string {
  const value = values[field.name] ?? '';
  const instead = fields.find((one) => one.kind === 'tick' && one.of === field.name);
  if (instead && values[instead.name] === 'ja') return instead.label;
  if (value === '' || field.kind === 'date' || field.kind === 'tick') return value;
  if (field.kind === 'choice') return field.options.find(([code]) => code === value)?.[1] ?? value;
  if (field.kind !== 'select') return quote(value);
  const words = field.options.find(([code]) => code === value)?.[1] ?? value;
  return field.ours === true ? words : quote(words);
}

interface ChoiceProps {
  readonly subject: NonNullable<WriteFormProps['subject']>;
  /** The revision one wrote against: what came after it is the other's. */
  readonly against: number;
  readonly fields: readonly Field[];
  readonly now: Values;
  readonly values: Values;
  readonly busy: boolean;
  readonly error?: Error;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
  readonly onWrite: () => void;
}

/** What somebody else came first with and what one has written, field by field, and the choice between them. */
function Choice({
  subject: { kind, id },
  against,
  fields,
  now,
  values,
  busy,
  error,
  onMine,
  onTheirs,
  onWrite,
}: ChoiceProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const title = useId();
  const quote = useQuote();
  const trail = useGet('/api/audit', { query: { kind, id, limit: 20 } });
  const others = (trail.data?.items ?? []).filter((fact) => fact.revision > against);
  const rows = fields
    .filter((field) => field.kind !== 'tick' || field.of === undefined)
    .map((field) => ({
      name: field.name,
      label: field.label,
      theirs:
        field.name in now || others.length === 0 ? said(field, now, fields, quote) : t('write.seeAbove'),
      mine: said(field, values, fields, quote),
    }))
    .filter(({ name, theirs, mine }) => mine !== '' || (name in now && theirs !== ''));
  useEffect(() => {
    box.current?.focus();
  }, []);
  return (
    <div className="both" role="group" aria-labelledby={title} tabIndex={-1} ref={box}>
      <h3 id={title}>{t('write.stale')}</h3>
      <ul>
        {others.map((fact) => (
          <li key={fact.id}>
            <Said>{`${fact.line}.`}</Said> <Day day={fact.recordedOn} far={false} />
          </li>
        ))}
      </ul>
      {rows.length > 0 && (
        <table className="both-sides">
          <thead>
            <tr>
              <td />
              <th scope="col">{t('write.theirs')}</th>
              <th scope="col">{t('write.yours')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, label, theirs, mine }) => (
              <tr key={name} className={theirs === mine ? undefined : 'differs'}>
                <th scope="row">{label}</th>
                <td data-label={t('write.theirs')}>{theirs === '' ? '–' : <Said>{theirs}</Said>}</td>
                <td data-label={t('write.yours')}>{mine === '' ? '–' : <Said>{mine}</Said>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {error && <Fault error={error} unsent />}
      <div className="form-actions">
        <button type="button" className="primary" disabled={busy} onClick={onMine}>
          {busy ? t('write.sending') : t('write.keepMine')}
        </button>
        <button type="button" disabled={busy} onClick={onTheirs}>
          {t('write.takeTheirs')}
        </button>
        <button type="button" className="quiet" disabled={busy} onClick={onWrite}>
          {t('write.keepWriting')}
        </button>
      </div>
      <p className="hint">{t('write.staleWhy')}</p>
    </div>
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
  const own = useOwn();
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
        <fieldset className="field" aria-describedby={described}>
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
          <DeadlineInput
            id={id}
            value={value}
            body={body}
            required={required}
            hint={described}
            onChange={onChange}
          />
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
              <option key={code} value={code} {...(field.ours !== true && own)}>
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
            {...own}
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
          <DayInput id={id} value={value} required={required} hint={described} onChange={onChange} />
        </div>
      );
    case 'line':
      return (
        <div className="field">
          <label htmlFor={id}>{name}</label>
          {hint}
          <input
            id={id}
            {...own}
            value={value}
            required={required}
            aria-describedby={described}
            onChange={(event) => onChange(event.target.value)}
          />
        </div>
      );
  }
}
