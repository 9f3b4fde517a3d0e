import { useGet } from '../../api/client';
import { Wait } from '../../app/parts';
import { useBody, useLanguage, useToday } from '../../app/place';
import { AnnualWheel } from '../../pictures/annual-wheel';
import { adaptMeetings, adaptTopics } from '../../pictures/from-api';
import { useMeetings } from './meetings';

/** What recurs at which meeting of a year. */
export default function Wheel({ year }: { readonly year?: number }) {
  const today = useToday();
  const language = useLanguage();
  const { all } = useMeetings();
  const id = useBody();
  const body = useGet('/api/bodies/{id}', { path: { id }, enabled: id !== '' });
  if (id === '') return null;
  return (
    <Wait for={body} lines={8}>
      {({ cycle }) => (
        <AnnualWheel
          year={year ?? Number(today.slice(0, 4))}
          today={today}
          meetings={adaptMeetings(all)}
          topics={adaptTopics(cycle)}
          language={language}
        />
      )}
    </Wait>
  );
}
