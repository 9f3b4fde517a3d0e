import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { A, Day, Tag } from '../../app/parts';
import { useNow, usePast, useRoles } from '../../app/place';

type Planned = Schemas['PlannedReminderView'];

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

/**
 * What goes out and what does not, morning by morning: to whom and why. What should have gone out earlier stands first.
 * `within` one assignment its name is not repeated.
 */
export function PlannedByDay({
  items,
  within = false,
}: {
  readonly items: readonly Planned[];
  readonly within?: boolean;
}) {
  const { t } = useTranslation();
  const past = usePast();
  const now = useNow();
  const keeping = useRoles().includes('secretary') && !past && !within;
  const shown = onceEach(items);
  const morning = ({ day, state }: Planned): string => (day < now && state.code === 'planned' ? '' : day);
  const days = [...new Set(shown.map(morning))].sort();
  return (
    <ol className="planned">
      {days.map((day) => (
        <li key={day}>
          <h3>{day === '' ? t('reminders.waiting') : <Day day={day} />}</h3>
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
                          <span className="only-read"> {item.assignment?.name}</span>
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

function What({
  item,
  weekly,
  within,
}: {
  readonly item: Planned;
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
          <A to={`/uppdrag/${assignment.id}?flik=brev`} className="row-title">
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
          why && `${t('reminders.because')} ${why.text}`,
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
            ? role?.name
            : to.map(({ person, capacity, state: at }) => (
                <span key={person.id} className="planned-to">
                  {person.name ?? person.id}{' '}
                  <span className="far">
                    ({role ? `${role.name ?? role.id}, ${capacity.text}` : capacity.text}
                    {at && to.length > 1 && `: ${at.text}`})
                  </span>
                </span>
              ))}
        </p>
      )}
    </div>
  );
}
