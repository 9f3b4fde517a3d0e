import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { A } from '../../app/parts';
import { useLanguage } from '../../app/place';
import { shortDate } from '../../i18n/dates';
import { useMeetings } from '../oversikt/page';

/** The year as they draw it today: a column per meeting, a row per topic. */
export function TopicTable({ cycle }: { readonly cycle: readonly Schemas['CycleEntryView'][] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { all } = useMeetings();
  const topics = [...new Set(cycle.map(({ topic }) => topic))];
  const meetings = all.filter(({ id }) => cycle.some(({ meeting }) => meeting === id));
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label={t('meetings.topics')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('meetings.topic')}</th>
            {meetings.map(({ id, date }) => (
              <th scope="col" key={id}>
                <A to={`/moten/${id}`}>{shortDate(date, language)}</A>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {topics.map((topic) => (
            <tr key={topic}>
              <th scope="row">{topic}</th>
              {meetings.map(({ id }) => (
                <td key={id} className="mid">
                  {cycle.some((entry) => entry.topic === topic && entry.meeting === id) ? (
                    <span aria-label={t('meetings.takenUp')}>●</span>
                  ) : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
