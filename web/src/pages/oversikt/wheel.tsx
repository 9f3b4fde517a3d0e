import { useTranslation } from 'react-i18next';
import { useGet } from '../../api/client';
import { Empty, Wait } from '../../app/parts';
import { useBody } from '../../app/place';
import { TopicTable } from '../moten/topics';

/** What recurs at which meeting. */
export default function Wheel() {
  const { t } = useTranslation();
  const body = useGet('/api/bodies/{id}', { path: { id: useBody() } });
  return (
    <Wait for={body}>
      {({ cycle }) =>
        cycle.length === 0 ? <Empty title={t('meetings.noTopics')} /> : <TopicTable cycle={cycle} />
      }
    </Wait>
  );
}
