import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { newKey, type Schemas, send, useGet } from '../../api/client';
import { DeadlineInput } from '../../app/deadline-input';
import { useDraft } from '../../app/drafts';
import { Fault, useOwn } from '../../app/parts';
import { useLanguage, useMe } from '../../app/place';
import { useDone } from '../../app/done';
import { longDate } from '../../i18n/dates';
import { deadlineIn, kindIn, type PointKind, pointKinds } from './reading';

interface PointDraft {
  readonly text: string;
  /** Chosen by hand; else what the words say. */
  readonly kind?: PointKind;
  readonly task?: string;
  readonly role?: string;
  readonly deadline?: string;
}

interface DecisionDraft {
  readonly key: string;
  readonly title: string;
  readonly item: string;
  readonly points: readonly PointDraft[];
}

const blank = (): DecisionDraft => ({ key: newKey(), title: '', item: '', points: [{ text: '' }] });
const empty = blank();

/** Registers decisions as they are taken: a title and points are enough, Enter goes on. */
export function RegisterDecision({ meeting }: { readonly meeting: Schemas['MeetingView'] }) {
  const { t } = useTranslation();
  const draft = useDraft<DecisionDraft>(`beslut:${meeting.id}`, empty);
  const body = useGet('/api/bodies/{id}', { path: { id: meeting.body.id } });
  const done = useDone();
  const { today } = useMe();
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const form = useRef<HTMLFormElement>(null);
  const { value, set } = draft;
  const setPoint = (at: number, changes: Partial<PointDraft>): void => {
    set({
      ...value,
      points: value.points.map((point, index) => (index === at ? { ...point, ...changes } : point)),
    });
  };
  const focusPoint = (at: number): void => {
    form.current?.querySelectorAll<HTMLElement>('[data-point]')[at]?.focus();
  };
  const addPoint = (): void => {
    // At once, so that what is typed next lands in the new point.
    flushSync(() => {
      set({ ...value, points: [...value.points, { text: '' }] });
    });
    focusPoint(value.points.length);
  };
  const onEnter = (at: number) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (value.points[at]?.text.trim() === '') return;
    if (at === value.points.length - 1) addPoint();
    else focusPoint(at + 1);
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const points = value.points.filter(({ text }) => text.trim() !== '');
    if (value.title.trim() === '' || points.length === 0) {
      setError(new Error(t('register.needs')));
      return;
    }
    setBusy(true);
    setError(undefined);
    try {
      const decision = await send('/api/decisions', {
        key: value.key,
        body: {
          body: meeting.body.id,
          meeting: meeting.id,
          title: value.title.trim(),
          ...(value.item.trim() !== '' && { agendaItem: value.item.trim() }),
          points: points.map((point) => ({
            kinds: [point.kind ?? kindIn(point.text)],
            text: point.text.trim(),
          })),
        },
      });
      for (const [at, point] of points.entries()) {
        if ((point.kind ?? kindIn(point.text)) !== 'assigned') continue;
        const deadline = point.deadline ?? deadlineIn(point.text);
        await send('/api/assignments', {
          key: `${value.key}-${String(at + 1)}`,
          body: {
            body: meeting.body.id,
            recipient: meeting.body.id,
            decision: decision.id,
            point: at + 1,
            title: point.task?.trim() || value.title.trim(),
            responsible: point.role === undefined || point.role === '' ? [] : [point.role],
            ...(deadline !== '' && { deadline }),
          },
        });
      }
      draft.clear();
      set(blank());
      await done({
        text: t('write.done.RecordDecision'),
        detail: t('write.noUndo.RecordDecision'),
      });
      form.current?.querySelector<HTMLElement>('[data-title]')?.focus();
    } catch (failed) {
      setError(failed instanceof Error ? failed : new Error(String(failed)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="only-screen" aria-labelledby="register">
      <h2 id="register">{t('register.title')}</h2>
      <p className="quiet-text">{t('register.how')}</p>
      {meeting.date > today && (
        <p className="hint">{t('register.notYet', { date: longDate(meeting.date, language) })}</p>
      )}
      {draft.kept && <p className="hint">{t('write.kept')}</p>}
      <form
        ref={form}
        className="register"
        onSubmit={(event) => void save(event)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
        }}
      >
        <div className="register-head">
          <label>
            §
            <input value={value.item} onChange={(event) => set({ ...value, item: event.target.value })} />
          </label>
          <label className="register-title">
            {t('decisions.titleField')}
            <input
              data-title
              value={value.title}
              onChange={(event) => set({ ...value, title: event.target.value })}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
                event.preventDefault();
                focusPoint(0);
              }}
            />
          </label>
        </div>
        <ol className="register-points">
          {value.points.map((point, at) => (
            <PointFields
              key={at}
              point={point}
              number={at + 1}
              body={meeting.body.id}
              roles={body.data?.roles ?? []}
              onChange={(changes) => setPoint(at, changes)}
              onKeyDown={onEnter(at)}
              onRemove={
                value.points.length > 1
                  ? () => set({ ...value, points: value.points.filter((_, index) => index !== at) })
                  : undefined
              }
            />
          ))}
        </ol>
        {error && <Fault error={error} />}
        <div className="form-actions">
          <button type="button" onClick={addPoint}>
            {t('register.addPoint')}
          </button>
          <button type="submit" className="primary" disabled={busy}>
            {busy ? t('write.sending') : t('register.save')}
          </button>
          <span className="hint">{t('register.keys')}</span>
        </div>
      </form>
    </section>
  );
}

function PointFields({
  point,
  number,
  body,
  roles,
  onChange,
  onKeyDown,
  onRemove,
}: {
  readonly point: PointDraft;
  readonly number: number;
  readonly body: string;
  readonly roles: readonly Schemas['RoleView'][];
  readonly onChange: (changes: Partial<PointDraft>) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onRemove?: () => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const own = useOwn();
  const kind = point.kind ?? kindIn(point.text);
  return (
    <li className="register-point">
      <label htmlFor={`${id}-text`} className="register-number">
        <span className="only-read">{t('decisions.point')} </span>
        {number}
      </label>
      <div className="register-fields">
        <textarea
          id={`${id}-text`}
          data-point
          rows={2}
          value={point.text}
          placeholder={t('register.pointExample')}
          onChange={(event) => onChange({ text: event.target.value })}
          onKeyDown={onKeyDown}
        />
        <div className="register-row">
          <label>
            <span className="only-read">{t('decisions.kind')}</span>
            <select
              value={kind}
              onChange={(event) => onChange({ kind: pointKinds.find((code) => code === event.target.value) })}
            >
              {pointKinds.map((code) => (
                <option key={code} value={code}>
                  {t(`decisions.kinds.${code}`)}
                </option>
              ))}
            </select>
          </label>
          {onRemove && (
            <button type="button" className="quiet" onClick={onRemove}>
              {t('register.remove', { number })}
            </button>
          )}
        </div>
        {kind === 'assigned' && (
          <div className="register-task">
            <label>
              {t('assignment.title')}
              <input value={point.task ?? ''} onChange={(event) => onChange({ task: event.target.value })} />
            </label>
            <label>
              {t('columns.responsible')}
              <select value={point.role ?? ''} onChange={(event) => onChange({ role: event.target.value })}>
                <option value="">{t('register.laterRole')}</option>
                {roles.map(({ role, title }) => (
                  <option key={role} value={role} {...own}>
                    {title}
                  </option>
                ))}
              </select>
            </label>
            <div className="register-deadline">
              <label htmlFor={`${id}-deadline`}>{t('columns.deadline')}</label>
              <DeadlineInput
                id={`${id}-deadline`}
                body={body}
                value={point.deadline ?? deadlineIn(point.text)}
                onChange={(deadline) => onChange({ deadline })}
              />
            </div>
          </div>
        )}
      </div>
    </li>
  );
}
