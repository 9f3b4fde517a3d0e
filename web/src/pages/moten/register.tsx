import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { isObject, newKey, ProblemError, type Schemas, send, useGet } from '../../api/client';
import { DeadlineInput } from '../../app/deadline-input';
import { formOf } from '../../app/actions';
import { layDraft, useDraft } from '../../app/drafts';
import { tell, whyNot } from '../../app/notices';
import { Fault, useOwn } from '../../app/parts';
import { useAddress, useLanguage, useMe, withPlace } from '../../app/place';
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

const wordsIn = (kept: unknown): string | undefined => (typeof kept === 'string' ? kept : undefined);

function draftIn(kept: unknown): DecisionDraft | undefined {
  if (!isObject(kept) || !Array.isArray(kept['points'])) return undefined;
  const [key, title, item] = [kept['key'], kept['title'], kept['item']].map(wordsIn);
  const points = kept['points'].filter(isObject).map((point): PointDraft => ({
    text: wordsIn(point['text']) ?? '',
    kind: pointKinds.find((kind) => kind === point['kind']),
    task: wordsIn(point['task']),
    role: wordsIn(point['role']),
    deadline: wordsIn(point['deadline']),
  }));
  if (key === undefined || title === undefined || item === undefined || points.length === 0) return undefined;
  return { key, title, item, points };
}

/** Registers decisions as they are taken: a title and points are enough, Enter goes on. */
export function RegisterDecision({ meeting }: { readonly meeting: Schemas['MeetingView'] }) {
  const { t } = useTranslation();
  const [empty] = useState(blank);
  const draft = useDraft<DecisionDraft>(formOf('RecordDecision', meeting.id), empty, draftIn);
  const body = useGet('/api/bodies/{id}', { path: { id: meeting.body.id } });
  const done = useDone();
  const { id: me, today } = useMe();
  const [params] = useAddress();
  const navigate = useNavigate();
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
    if (busy) return;
    const points = value.points.filter(({ text }) => text.trim() !== '');
    if (value.title.trim() === '' || points.length === 0) {
      setError(new Error(t('register.needs')));
      return;
    }
    const pressed = document.activeElement;
    let next = pressed instanceof HTMLElement ? pressed : null;
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
      const refused: { readonly point: string; readonly why: string }[] = [];
      for (const [at, point] of points.entries()) {
        if ((point.kind ?? kindIn(point.text)) !== 'assigned') continue;
        const number = at + 1;
        const [title, role, deadline] = [
          point.task?.trim() || value.title.trim(),
          point.role ?? '',
          point.deadline ?? deadlineIn(point.text),
        ];
        try {
          await send('/api/assignments', {
            key: `${value.key}-${String(number)}`,
            body: {
              body: meeting.body.id,
              recipient: meeting.body.id,
              decision: decision.id,
              point: number,
              title,
              responsible: role === '' ? [] : [role],
              ...(deadline !== '' && { deadline }),
            },
          });
        } catch (failed) {
          refused.push({ point: String(number), why: whyNot(failed, t) });
          layDraft(me, formOf('GiveAssignment', decision.id, [String(number)]), {
            values: { point: String(number), title, role, deadline },
            against: decision.revision,
          });
        }
      }
      draft.clear(blank());
      if (refused.length > 0) await navigate(withPlace(`/beslut/${decision.id}`, params));
      await done({
        text: t('write.done.RecordDecision'),
        detail: t('write.noUndo.RecordDecision'),
      });
      for (const { point, why } of refused)
        tell({
          text: t('register.unassigned', { point }),
          detail: why,
          action: {
            label: t('decisions.actions.GiveAssignment'),
            run: () =>
              void navigate(withPlace(`/beslut/${decision.id}?steg=GiveAssignment&punkt=${point}`, params)),
          },
        });
      next = form.current?.querySelector<HTMLElement>('[data-title]') ?? null;
    } catch (failed) {
      if (failed instanceof ProblemError && failed.problem.code === 'keyReused') {
        set({ ...value, key: newKey() });
        setError(new Error(t('register.came')));
      } else setError(failed instanceof Error ? failed : new Error(String(failed)));
    } finally {
      flushSync(() => setBusy(false));
      next?.focus();
    }
  };
  return (
    <section className="only-screen" aria-labelledby="register">
      <h2 id="register">{t('register.title')}</h2>
      <p className="quiet-text">{t('register.how')}</p>
      {meeting.date > today && (
        <p className="hint">{t('register.notYet', { date: longDate(meeting.date, language) })}</p>
      )}
      {draft.note && <p className="hint">{t(`write.${draft.note}`)}</p>}
      <form
        ref={form}
        onSubmit={(event) => void save(event)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
        }}
      >
        <fieldset className="register" disabled={busy}>
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
          {error && <Fault error={error} unsent />}
          <div className="form-actions">
            <button type="button" onClick={addPoint}>
              {t('register.addPoint')}
            </button>
            <button type="submit" className="primary">
              {busy ? t('write.sending') : t('register.save')}
            </button>
            <span className="hint">{t('register.keys')}</span>
          </div>
        </fieldset>
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
