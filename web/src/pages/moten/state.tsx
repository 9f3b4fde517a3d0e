import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { Tag } from '../../app/parts';
import { useToday } from '../../app/place';

/** How a meeting stands; one that should have been held by now says so. */
export function MeetingState({
  meeting: { state, date },
}: {
  readonly meeting: Pick<Schemas['MeetingItemView'], 'state' | 'date'>;
}) {
  const { t } = useTranslation();
  const today = useToday();
  if (state.code === 'planned' && date < today) return <Tag tone="wait">{t('meetings.notReported')}</Tag>;
  return <Tag tone={state.code === 'held' ? 'good' : 'plain'}>{state.text}</Tag>;
}
