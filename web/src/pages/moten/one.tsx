import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type Schemas, useGet } from '../../api/client';
import { Lost } from '../../app/lost';
import { A, Day, Deadline, Empty, Own, Page, Roles, Said, Tabs, Tag, Wait } from '../../app/parts';
import { pageOf, useAddress, useAsOf, useLanguage, usePast, useRoles, useToday } from '../../app/place';
import { capital } from '../../pictures/words';
import { clock, fromToday } from '../../i18n/dates';
import { Changes } from '../oversikt/changes';
import { useMeetings } from '../oversikt/meetings';
import { MeetingActions } from './actions';
import { RegisterDecision } from './register';
import { MeetingState } from './state';
import './moten.css';

const tabs = ['fore', 'under', 'efter'] as const;

/** A meeting: before it what is expected, during it what is decided, after it what changed. */
export function Component() {
  const { id = '' } = useParams();
  const asOf = useAsOf();
  const meeting = useGet('/api/meetings/{id}', { path: { id }, query: asOf });
  return (
    <Wait for={meeting} lines={10} instead={(error) => <Lost what="meeting" error={error} />}>
      {(found) => <Meeting key={found.id} meeting={found} />}
    </Wait>
  );
}

function Meeting({ meeting }: { readonly meeting: Schemas['MeetingView'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const past = usePast();
  const [params] = useAddress();
  const byPhase = meeting.state.code === 'held' ? 'efter' : meeting.date > today ? 'fore' : 'under';
  const tab = tabs.find((name) => name === params.get('flik')) ?? byPhase;
  return (
    <Page
      own={meeting.title !== undefined}
      title={meeting.title ?? capital(`${meeting.kind.text} ${meeting.dateText}`)}
      above={
        <>
          <A to="/moten">{t('pages.moten')}</A> · <Own>{meeting.body.name}</Own>
          {meeting.title !== undefined && ` · ${meeting.kind.text}`}
        </>
      }
      lead={
        <span className="tags">
          <MeetingState meeting={meeting} />
          {meeting.state.code === 'held' && (
            <Tag tone={meeting.notesApproved ? 'good' : 'wait'}>
              {meeting.notesApproved ? t('meetings.notesApproved') : t('meetings.notesWait')}
            </Tag>
          )}
          <span>
            {meeting.title === undefined ? (
              fromToday(meeting.date, today, language)
            ) : (
              <Day day={meeting.date} />
            )}
            <span className="far">
              {meeting.start !== undefined &&
                `, ${t('meetings.at', { time: clock(meeting.start, language) })}${meeting.end === undefined ? '' : `–${clock(meeting.end, language)}`}`}
              {meeting.place !== undefined && (
                <>
                  {' · '}
                  <Own>{meeting.place}</Own>
                </>
              )}
            </span>
          </span>
        </span>
      }
    >
      <MeetingActions meeting={meeting} />
      <Tabs
        names={tabs}
        current={tab}
        text={(name) => t(`meetings.tabs.${name}`)}
        label={{ 'aria-label': t('meetings.parts') }}
      />
      {tab === 'fore' && <Before meeting={meeting} />}
      {tab === 'under' && <During meeting={meeting} />}
      {tab === 'efter' && <After meeting={meeting} />}
      {past && tab === 'under' && <p className="quiet-text">{t('meetings.pastNoRegister')}</p>}
    </Page>
  );
}

function Before({ meeting }: { readonly meeting: Schemas['MeetingView'] }) {
  const { t } = useTranslation();
  const asOf = useAsOf();
  const past = usePast();
  const feedback = useGet('/api/feedback', { query: { body: meeting.body.id, limit: 200, ...asOf } });
  const agenda = useGet('/api/meetings/{id}/agenda-draft', {
    path: { id: meeting.id },
    enabled: !past && meeting.state.code === 'planned',
  });
  return (
    <>
      <section aria-labelledby="expected">
        <h2 id="expected">{t('meetings.expected')}</h2>
        <Wait for={feedback}>
          {({ items }) => {
            const expected = items.filter((item) => item.expected?.meeting === meeting.id);
            return expected.length === 0 ? (
              <Empty title={t('meetings.nothingExpected')} />
            ) : (
              <ul className="rows">
                {expected.map((item) => (
                  <li key={`${item.id} ${item.milestone ?? ''}`} className="row">
                    <div className="row-main">
                      <A own to={pageOf(item.kind.code, item.id) ?? '/uppdrag'} className="row-title">
                        {item.title}
                        {item.label !== undefined && `: ${item.label}`}
                      </A>
                      <p>
                        <Roles of={item.responsible} between=" · " />
                      </p>
                      <p>
                        <Deadline window={item.window} />
                      </p>
                    </div>
                    <Tag>{item.state.text}</Tag>
                  </li>
                ))}
              </ul>
            );
          }}
        </Wait>
      </section>
      {!past && meeting.state.code === 'planned' && (
        <section aria-labelledby="agenda">
          <h2 id="agenda">{t('meetings.agenda')}</h2>
          <p className="quiet-text">{t('meetings.agendaWhy')}</p>
          <Wait for={agenda}>
            {({ points }) =>
              points.length === 0 ? (
                <Empty title={t('meetings.agendaEmpty')} />
              ) : (
                <ol className="agenda">
                  {points.map((point) => (
                    <li key={`${point.reason.code} ${point.subject.id} ${point.subject.milestone ?? ''}`}>
                      <p className="row-title">
                        <Own>{point.title}</Own>
                      </p>
                      <p>
                        <Said>{point.why}</Said>{' '}
                        <span className="far">
                          <Roles of={point.responsible} />
                        </span>
                      </p>
                    </li>
                  ))}
                </ol>
              )
            }
          </Wait>
        </section>
      )}
    </>
  );
}

function During({ meeting }: { readonly meeting: Schemas['MeetingView'] }) {
  const past = usePast();
  const [role] = useRoles(meeting.body.id);
  const keeps = !past && (role === 'secretary' || role === 'chair') && meeting.state.code !== 'cancelled';
  return (
    <>
      {keeps && <RegisterDecision meeting={meeting} />}
      <Decided meeting={meeting} how={keeps ? 'meetings.decideAbove' : 'meetings.nothingDecidedWhy'} />
    </>
  );
}

/** As the agenda has them; what is not on it comes last. */
const byAgenda = (a: Schemas['DecisionItemView'], b: Schemas['DecisionItemView']): number =>
  (a.agendaItem ?? '\uffff').localeCompare(b.agendaItem ?? '\uffff', 'sv', { numeric: true });

/** What has been decided at the meeting; while that is nothing, `how` decisions come here. */
function Decided({
  meeting,
  how,
}: {
  readonly meeting: Schemas['MeetingView'];
  readonly how: 'meetings.decideAbove' | 'meetings.nothingDecidedWhy';
}) {
  const { t } = useTranslation();
  const asOf = useAsOf();
  const decisions = useGet('/api/decisions', {
    query: { body: meeting.body.id, meeting: meeting.id, limit: 200, order: 'asc', ...asOf },
  });
  return (
    <section aria-labelledby="decided">
      <h2 id="decided">{t('meetings.decided')}</h2>
      <Wait for={decisions}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('meetings.nothingDecided')}>
              <p>{t(how)}</p>
            </Empty>
          ) : (
            <ol className="rows">
              {items.toSorted(byAgenda).map(({ id, title, agendaItem, points, assignments, state }) => (
                <li key={id} className="row">
                  <div className="row-main">
                    <A own to={`/beslut/${id}`} className="row-title">
                      {agendaItem !== undefined && `§ ${agendaItem} `}
                      {title}
                    </A>
                    <p className="far">
                      {t('meetings.points', { count: points })}
                      {assignments.open + assignments.closed > 0 &&
                        `, ${t('meetings.assignments', { count: assignments.open + assignments.closed })}`}
                    </p>
                  </div>
                  <Tag tone={state.code === 'confirmed' ? 'good' : 'wait'}>{state.text}</Tag>
                </li>
              ))}
            </ol>
          )
        }
      </Wait>
    </section>
  );
}

function After({ meeting }: { readonly meeting: Schemas['MeetingView'] }) {
  const { t } = useTranslation();
  const { all } = useMeetings(meeting.body.id);
  const before = all.findLast(({ date, kind }) => date < meeting.date && kind.code === 'ordinary');
  const { coverage } = meeting;
  return (
    <>
      <Decided meeting={meeting} how="meetings.nothingDecidedWhy" />
      <section aria-labelledby="coverage">
        <h2 id="coverage">{t('meetings.coverage')}</h2>
        {coverage.points === 0 ? (
          <p className="quiet-text">{t('meetings.noPoints')}</p>
        ) : (
          <p>
            {t('meetings.covered', { count: coverage.points, covered: coverage.covered })}{' '}
            <span className="far">
              {t('meetings.coveredHow', {
                tracked: coverage.tracked,
                marked: coverage.marked,
                noted: coverage.noted,
              })}
            </span>
          </p>
        )}
        {coverage.uncovered.length > 0 && (
          <ul className="rows">
            {coverage.uncovered.map(({ decision, title, point }) => (
              <li key={`${decision} ${String(point)}`} className="row">
                <p className="row-main">
                  <Own>{title}</Own>, {t('decisions.point')} {point}
                </p>
                {(['GiveAssignment', 'MarkNoActionNeeded'] as const).map((step) => (
                  <A
                    key={step}
                    to={`/beslut/${decision}?steg=${step}&punkt=${String(point)}`}
                    className="button"
                    aria-label={`${t(`decisions.actions.${step}`)}: ${title}, ${t('decisions.point')} ${String(point)}`}
                  >
                    {t(`decisions.actions.${step}`)}
                  </A>
                ))}
              </li>
            ))}
          </ul>
        )}
      </section>
      {meeting.present.length > 0 && (
        <section aria-labelledby="present">
          <h2 id="present">{t('meetings.present')}</h2>
          <p>{meeting.present.map(({ id, name }) => name ?? id).join(', ')}</p>
          {meeting.absent.length > 0 && (
            <p className="far">
              {t('meetings.absent')} {meeting.absent.map(({ id, name }) => name ?? id).join(', ')}
            </p>
          )}
        </section>
      )}
      {before && <Changes of={meeting.body.id} since={before.date} until={meeting.date} />}
    </>
  );
}
