import { useTranslation } from 'react-i18next';
import { useGet } from '../../api/client';
import { A, Deadline, Empty, Tag, Wait } from '../../app/parts';
import { useAsOf, useMe, usePast } from '../../app/place';

/** The four answers somebody with an assignment can give. */
export const answers = ['onTrack', 'atRisk', 'delayed', 'final'] as const;

/** What I have been asked to do, when it is due, and four answers. */
export function MyAssignments() {
  const { t } = useTranslation();
  const me = useMe();
  const asOf = useAsOf();
  const past = usePast();
  const mine = useGet('/api/assignments', { query: { person: me.id, state: 'open', limit: 100, ...asOf } });
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
                  <p className="above">{item.recipient?.name}</p>
                  <h3>
                    <A own to={`/uppdrag/${item.id}`}>
                      {item.title}
                    </A>
                  </h3>
                  <p>
                    <Deadline window={item.deadline} />
                  </p>
                  <p>
                    {item.late ? <Tag tone="late">{t('state.late')}</Tag> : <Tag>{item.state.text}</Tag>}{' '}
                    {item.decision && (
                      <A to={`/beslut/${item.decision.id}`} className="quiet-text">
                        {t('assignment.asked')}
                      </A>
                    )}
                  </p>
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
