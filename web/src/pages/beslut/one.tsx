import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type Schemas, useGet } from '../../api/client';
import { Lost } from '../../app/lost';
import {
  A,
  Day,
  Deadline,
  Empty,
  Named,
  Own,
  Page,
  Roles,
  Said,
  Slip,
  Tabs,
  Tag,
  Wait,
  Words,
} from '../../app/parts';
import { factDateOf, useAddress, useAsOf, useLanguage, usePast, useRoles, useToday } from '../../app/place';
import { adaptProgress } from '../../pictures/from-api';
import { DecisionTimeline } from '../../pictures/decision-timeline';
import { ProgressRail } from '../../pictures/progress-rail';
import { DecisionActions } from './actions';
import { AsOfPicker } from './as-of-picker';
import './beslut.css';

const tabs = ['tidslinje', 'lage', 'kallor', 'samband'] as const;
type Tab = (typeof tabs)[number];

/** A decision: its points word by word, what came of each, and its whole story. */
export function Component() {
  const { id = '' } = useParams();
  const asOf = useAsOf();
  const history = useGet('/api/decisions/{id}/history', { path: { id }, query: asOf });
  return (
    <Wait for={history} lines={10} instead={(error) => <Lost what="decision" error={error} />}>
      {(found) => <Decision key={found.decision.id} history={found} />}
    </Wait>
  );
}

function Decision({ history: found }: { readonly history: Schemas['HistoryView'] }) {
  const { t } = useTranslation();
  const { decision, assignments } = found;
  return (
    <Page
      own
      title={decision.title}
      above={
        <>
          <Own>{decision.body.name}</Own>
          {decision.agendaItem !== undefined && ` · § ${decision.agendaItem}`}
          {decision.meeting && (
            <>
              {' · '}
              <Named at="/moten" own={false} of={decision.meeting} />
            </>
          )}
        </>
      }
      lead={
        <span className="tags">
          <Tag tone={decision.state.code === 'confirmed' ? 'good' : 'wait'}>{decision.state.text}</Tag>
          <span>
            {t('decisions.takenOn')} <Day day={decision.takenOn} />
          </span>
        </span>
      }
    >
      {decision.ended && (
        <p className="next-meeting">
          {decision.ended.how.text} <Day day={decision.ended.from} />
          {decision.ended.by && (
            <>
              {' – '}
              <A own to={`/beslut/${decision.ended.by.id}`}>
                {decision.ended.by.name}
              </A>
            </>
          )}
        </p>
      )}
      <DecisionActions decision={decision} uncovered={firstUncovered(found)} />
      <section aria-labelledby="points">
        <h2 id="points">{t('decisions.points')}</h2>
        <ol className="points">
          {decision.points.map((point) => (
            <Point
              key={point.number}
              point={point}
              entries={found.entries}
              assignments={assignments.filter(
                (one) => one.decision?.id === decision.id && one.point === point.number,
              )}
            />
          ))}
        </ol>
      </section>
      {decision.coming.map(({ from, title, points }) => (
        <section key={from} aria-labelledby={`coming-${from}`}>
          <h2 id={`coming-${from}`}>
            {t('decisions.coming')} <Day day={from} />
          </h2>
          {title !== decision.title && <Words>{title}</Words>}
          <ol className="points">
            {points
              .filter(
                ({ number, text }) => decision.points.find((one) => one.number === number)?.text !== text,
              )
              .map(({ number, kinds, text }) => (
                <li key={number} className="point" style={{ counterSet: `point ${String(number)}` }}>
                  <p className="point-kinds">{kinds.map((kind) => kind.text).join(' · ')}</p>
                  <Words>{text}</Words>
                </li>
              ))}
          </ol>
        </section>
      ))}
      <More history={found} />
    </Page>
  );
}

/** The first point that is to be followed up and is not: one that gives an assignment, or any of a confirmed decision. */
function firstUncovered({
  decision,
  assignments,
}: Schemas['HistoryView']): { readonly number: number; readonly assigned: boolean } | undefined {
  const confirmed = decision.state.code === 'confirmed';
  return decision.points
    .filter(
      ({ number, noActionNeeded }) =>
        !noActionNeeded &&
        !assignments.some((one) => one.decision?.id === decision.id && one.point === number),
    )
    .map(({ number, kinds }) => ({
      number,
      assigned: kinds.some(({ code }) => code === 'assigned'),
      only: kinds.every(({ code }) => code === 'noted'),
    }))
    .find(({ assigned, only }) => assigned || (confirmed && !only));
}

function Point({
  point,
  entries,
  assignments,
}: {
  readonly entries: Schemas['HistoryView']['entries'];
  readonly point: Schemas['PointView'];
  readonly assignments: readonly Schemas['RelatedAssignmentView'][];
}) {
  const { t } = useTranslation();
  return (
    <li className="point">
      <p className="point-kinds">{point.kinds.map(({ text }) => text).join(' · ')}</p>
      <Words>{point.text}</Words>
      {point.noActionNeeded && <p className="far">{t('decisions.noAction')}</p>}
      {assignments.map(({ id }) => (
        <AssignmentOfPoint key={id} id={id} entries={entries} />
      ))}
    </li>
  );
}

function AssignmentOfPoint({
  id,
  entries,
}: {
  readonly id: string;
  readonly entries: Schemas['HistoryView']['entries'];
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const asOf = useAsOf();
  const assignment = useGet('/api/assignments/{id}', { path: { id }, query: asOf });
  return (
    <div className="point-assignment">
      <Wait for={assignment} lines={4}>
        {(found) => (
          <>
            <h3>
              <A own to={`/uppdrag/${found.id}`}>
                {found.title}
              </A>{' '}
              {found.late ? <Tag tone="late">{t('state.late')}</Tag> : <Tag>{found.state.text}</Tag>}
            </h3>
            <p>
              {found.responsible.length === 0 ? (
                t('assignment.noResponsible')
              ) : (
                <Roles of={found.responsible} between=" · " />
              )}
            </p>
            <p>
              <Deadline window={found.deadline} expected={found.expected} /> <Slip days={found.slipDays} />
            </p>
            {found.lastReport && (
              <p className="last-word">
                <span className="far">
                  {t('assignment.lastWord')} <Day day={found.lastReport.statedAt} far={false} />:
                </span>{' '}
                ”<Own>{found.lastReport.text}</Own>”
              </p>
            )}
            <ProgressRail progress={adaptProgress(found, entries)} today={today} language={language} />
          </>
        )}
      </Wait>
    </div>
  );
}

function More({ history }: { readonly history: Schemas['HistoryView'] }) {
  const { t } = useTranslation();
  const [params] = useAddress();
  const language = useLanguage();
  const past = usePast();
  const [role] = useRoles(history.decision.body.id);
  const tab: Tab = tabs.find((name) => name === params.get('flik')) ?? 'tidslinje';
  const date = past && factDateOf[past.axis];
  return (
    <section aria-labelledby="more">
      <h2 id="more" className="only-read">
        {t('decisions.more')}
      </h2>
      <Tabs
        names={tabs}
        current={tab}
        text={(name) => t(`decisions.tabs.${name}`)}
        label={{ 'aria-labelledby': 'more' }}
      />
      {tab === 'tidslinje' && <DecisionTimeline facts={history.entries} date={date} language={language} />}
      {tab === 'lage' && (
        <AsOfPicker
          replay={
            role === 'auditor' || role === 'chair' ? `/granskning/beslut/${history.decision.id}` : undefined
          }
        />
      )}
      {tab === 'kallor' && <Sources entries={history.entries} />}
      {tab === 'samband' && <Relations history={history} />}
    </section>
  );
}

function Sources({ entries }: { readonly entries: readonly Schemas['HistoryEntryView'][] }) {
  const { t } = useTranslation();
  const sourced = entries.flatMap((entry) => (entry.source ? [{ ...entry, source: entry.source }] : []));
  if (sourced.length === 0)
    return (
      <Empty title={t('decisions.noSources')}>
        <p>{t('decisions.noSourcesWhy')}</p>
      </Empty>
    );
  return (
    <ul className="rows">
      {sourced.map(({ id, source, line, statedText }) => (
        <li key={id} className="row">
          <div className="row-main">
            <p>
              <Said>{`${line}.`}</Said>
            </p>
            {source.quote !== undefined && <Words>”{source.quote}”</Words>}
            <p className="far">
              <Own>{source.document}</Own>, {statedText}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Relations({ history }: { readonly history: Schemas['HistoryView'] }) {
  const { t } = useTranslation();
  const { decision, replaces, replacedBy, changed, assignments } = history;
  const groups = [
    [t('decisions.replaces'), replaces],
    [t('decisions.replacedBy'), replacedBy],
    [t('decisions.changed'), changed],
  ] as const;
  const others = assignments.filter((one) => one.decision?.id !== decision.id);
  if (!decision.matter && others.length === 0 && groups.every(([, found]) => found.length === 0))
    return <Empty title={t('decisions.noRelations')} />;
  return (
    <dl className="facts">
      {decision.matter && (
        <div>
          <dt>{t('decisions.matter')}</dt>
          <dd>
            <A own to={`/arenden/${decision.matter.id}`}>
              {decision.matter.name}
            </A>
          </dd>
        </div>
      )}
      {groups.map(([name, found]) =>
        found.length === 0 ? null : (
          <div key={name}>
            <dt>{name}</dt>
            {found.map(({ id, title, state }) => (
              <dd key={id}>
                <A own to={`/beslut/${id}`}>
                  {title}
                </A>{' '}
                <Tag>{state.text}</Tag>
              </dd>
            ))}
          </div>
        ),
      )}
      {others.length > 0 && (
        <div>
          <dt>{t('decisions.otherAssignments')}</dt>
          {others.map(({ id, title, relation, state }) => (
            <dd key={id}>
              <A own to={`/uppdrag/${id}`}>
                {title}
              </A>{' '}
              <span className="far">{relation.text}</span> <Tag>{state.text}</Tag>
            </dd>
          ))}
        </div>
      )}
    </dl>
  );
}
