import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { A, Day, Own, Tag } from '../../app/parts';
import { useNow, usePast, useRoles } from '../../app/place';

type Planned = Schemas['PlannedReminderView'];
type Reader = Planned['to'][number] & Pick<Planned, 'role'>;
type Grouped = Omit<Planned, 'to'> & { readonly to: readonly Reader[] };

const toneOf: Readonly<Record<string, 'good' | 'late' | 'wait'>> = {
  accepted: 'good',
  failed: 'late',
  unknown: 'late',
  waiting: 'wait',
  underWay: 'wait',
};

/** How a reminder or a letter stands, in a word. */
export const Standing = ({ state }: { readonly state: Schemas['WordView'] }) => (
  <Tag tone={toneOf[state.code]}>{state.text}</Tag>
);

const steps = ['RemindNow', 'PauseReminders', 'ChangeReminderRecipient'] as const;

/** A letter that comes every week is told of once: what stands for the rest of them. */
export function onceEach(items: readonly Planned[]): readonly (Planned & { readonly weekly: boolean })[] {
  const told = new Map<string, number>();
  const keyOf = ({ kind, body }: Planned): string => `${kind.code} ${body.id}`;
  for (const item of items) if (item.onlyWithNews) told.set(keyOf(item), (told.get(keyOf(item)) ?? 0) + 1);
  const seen = new Set<string>();
  return items.flatMap((item) => {
    if (!item.onlyWithNews) return [{ ...item, weekly: false }];
    const key = keyOf(item);
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ ...item, weekly: (told.get(key) ?? 0) > 1 }];
  });
}

/** What says the same of the same assignment on the same morning is one row, to all of its readers. */
export function together<T extends Planned>(
  items: readonly T[],
): readonly (Omit<T, 'to'> & Pick<Grouped, 'to'>)[] {
  const found = new Map<string, Omit<T, 'to'> & Pick<Grouped, 'to'>>();
  for (const item of items) {
    const { kind, body, assignment, meeting, rung, state, why, day, role } = item;
    const key = [kind.code, body.id, assignment?.id, meeting?.id, rung?.text, state.code, why?.code, day];
    const before = found.get(key.join(' '))?.to ?? [];
    found.set(key.join(' '), { ...item, to: [...before, ...item.to.map((reader) => ({ ...reader, role }))] });
  }
  return [...found.values()];
}

/**
 * What goes out and what does not, morning by morning: to whom and why. What should have gone out earlier stands first.
 * `within` one assignment its name is not repeated.
 */
export function PlannedByDay({
  items,
  within = false,
  most = Infinity,
}: {
  readonly items: readonly Planned[];
  readonly within?: boolean;
  /** How many rows are shown, when it is only a glance. */
  readonly most?: number;
}) {
  const { t } = useTranslation();
  const past = usePast();
  const now = useNow();
  const keeping = useRoles().includes('secretary') && !past && !within && most === Infinity;
  const shown = together(onceEach(items)).slice(0, most);
  const morning = ({ day, state }: Grouped): string => (day < now && state.code === 'planned' ? '' : day);
  const days = [...new Set(shown.map(morning))].sort();
  const Heading = within ? 'h4' : 'h3';
  return (
    <ol className="planned">
      {days.map((day) => (
        <li key={day}>
          <Heading>{day === '' ? t('reminders.waiting') : <Day day={day} />}</Heading>
          <ul className="rows">
            {shown
              .filter((item) => morning(item) === day)
              .map((item, at) => (
                <li key={at} className="row">
                  <What item={item} weekly={item.weekly} within={within} />
                  {keeping && item.assignment && item.state.code !== 'accepted' && (
                    <div className="planned-steps">
                      {steps.map((step) => (
                        <A key={step} to={`/uppdrag/${item.assignment?.id ?? ''}?flik=brev&steg=${step}`}>
                          {t(`reminders.steps.${step}`)}
                          <span className="only-read">
                            {' '}
                            <Own>{item.assignment?.name}</Own>
                          </span>
                        </A>
                      ))}
                    </div>
                  )}
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

/** Why somebody gets it: the role they hold, or what they do instead of whoever holds it. */
function Because({ reader: { role, capacity } }: { readonly reader: Reader }) {
  const name = role?.name ?? role?.id;
  if (name === undefined || capacity.code === 'secretaryCopy') return capacity.text;
  return (
    <>
      {capacity.code !== 'holder' && `${capacity.text}: `}
      <Own>{name}</Own>
    </>
  );
}

function What({
  item,
  weekly,
  within,
}: {
  readonly item: Grouped;
  readonly weekly: boolean;
  readonly within: boolean;
}) {
  const { t } = useTranslation();
  const { assignment, meeting, kind, rung, role, state, why, to } = item;
  return (
    <div className="row-main">
      <p>
        {within ? (
          <span className="row-title">{rung?.text ?? kind.text}</span>
        ) : assignment ? (
          <A own to={`/uppdrag/${assignment.id}?flik=brev`} className="row-title">
            {assignment.name ?? assignment.id}
          </A>
        ) : (
          <span className="row-title">{kind.text}</span>
        )}{' '}
        <Standing state={state} />
      </p>
      <p className="far">
        {[
          within ? undefined : rung?.text,
          assignment === undefined && meeting !== undefined ? meeting.name : undefined,
          why?.text,
          item.onlyWithNews && state.code === 'planned'
            ? t(weekly ? 'reminders.weekly' : 'reminders.onlyWithNews')
            : undefined,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {(to.length > 0 || role) && (
        <p>
          {to.length === 0
            ? role && <Own>{role.name}</Own>
            : to.map((reader) => (
                <span key={`${reader.person.id} ${reader.role?.id ?? ''}`} className="planned-to">
                  {reader.person.name ?? reader.person.id}{' '}
                  <span className="far">
                    (<Because reader={reader} />
                    {reader.state && to.length > 1 && `: ${reader.state.text}`})
                  </span>
                </span>
              ))}
        </p>
      )}
    </div>
  );
}
