import { useTranslation } from 'react-i18next';
import { useGet } from '../../api/client';
import { A, Deadline, Empty, Own, Tag, Wait } from '../../app/parts';
import { useAsOf, useLanguage, useMe, usePast, useToday } from '../../app/place';
import { fromToday, longDate } from '../../i18n/dates';
import { Asked } from '../uppdrag/asked';

/** The four answers somebody with an assignment can give. */
export const answers = ['onTrack', 'atRisk', 'delayed', 'final'] as const;

const useMine = () => {
  const { id } = useMe();
  return useGet('/api/assignments', { query: { person: id, state: 'open', limit: 100, ...useAsOf() } });
};

/** How many assignments are mine, how many of them are late, and when the next is due. */
export function MySentence() {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const { data } = useMine();
  if (!data) return <>{t('app.loading')} …</>;
  const late = data.items.filter((item) => item.late).length;
  const [next] = data.items.flatMap(({ deadline: { latest } }) => latest ?? []).filter((day) => day >= today);
  return (
    <>
      {data.items.length === 0
        ? t('overview.nothingMine')
        : t('overview.yours', { count: data.items.length })}{' '}
      {next !== undefined &&
        t('overview.yoursNext', {
          date: longDate(next, language),
          far: fromToday(next, today, language),
        })}{' '}
      {late > 0 && <strong className="late-text">{t('overview.late', { count: late })}</strong>}
    </>
  );
}

/** What I have been asked to do, when it is due, and four answers. */
export function MyAssignments() {
  const { t } = useTranslation();
  const past = usePast();
  const mine = useMine();
  return (
    <section aria-labelledby="mine">
      <h2 id="mine">{t('overview.mine')}</h2>
      <Wait for={mine} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('overview.nothingMine')}>
              <p>{t('overview.nothingMineWhy')}</p>
            </Empty>
          ) : (
            <ul className="cards">
              {items.map((item) => (
                <li key={item.id} className="card">
                  <p className="above">
                    <Own>{item.recipient?.name}</Own>
                  </p>
                  <h3>
                    <A own to={`/uppdrag/${item.id}`}>
                      {item.title}
                    </A>
                  </h3>
                  <p>
                    <Deadline window={item.deadline} />
                  </p>
                  <p>{item.late ? <Tag tone="late">{t('state.late')}</Tag> : <Tag>{item.state.text}</Tag>}</p>
                  {item.decision && item.point !== undefined && (
                    <Asked
                      decision={item.decision.id}
                      point={item.point}
                      heading={<p className="above">{t('assignment.asked')}</p>}
                    />
                  )}
                  {!past && (
                    <div className="answers">
                      {answers.map((answer) => (
                        <A key={answer} to={`/uppdrag/${item.id}?svar=${answer}`} className="button">
                          {t(`assignment.answer.${answer}`)}
                        </A>
                      ))}
                    </div>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Wait>
    </section>
  );
}
