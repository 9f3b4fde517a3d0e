import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type Schemas, useGet } from '../../api/client';
import { Lost } from '../../app/lost';
import { Day, Deadline, Empty, Named, Own, Page, Said, Slip, Tabs, Tag, Wait, Words } from '../../app/parts';
import { factDateOf, useAddress, useAsOf, useLanguage, usePast, useToday } from '../../app/place';
import { DecisionTimeline } from '../../pictures/decision-timeline';
import { adaptProgress } from '../../pictures/from-api';
import { ProgressRail } from '../../pictures/progress-rail';
import { AsOfPicker } from '../beslut/as-of-picker';
import { AssignmentActions } from './actions';
import { Letters } from './letters';
import { Asked } from './asked';
import '../beslut/beslut.css';

const tabs = ['tidslinje', 'brev', 'lage'] as const;

/** An assignment: what was asked, how far it has come, when the answer is expected, and how that has moved. */
export function Component() {
  const { id = '' } = useParams();
  const asOf = useAsOf();
  const assignment = useGet('/api/assignments/{id}', { path: { id }, query: asOf });
  return (
    <Wait for={assignment} lines={10} instead={(error) => <Lost what="assignment" error={error} />}>
      {(found) => <Assignment key={found.id} assignment={found} />}
    </Wait>
  );
}

function Assignment({ assignment }: { readonly assignment: Schemas['AssignmentView'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const { decision, matter, replaces, replacedBy } = assignment;
  const replay = useGet('/api/assignments/{id}/replay', { path: { id: assignment.id }, query: useAsOf() });
  const facts = (replay.data?.steps ?? []).map(({ fact }) => fact);
  return (
    <Page
      own
      title={assignment.title}
      above={
        <>
          {assignment.kind.text} · <Own>{assignment.body.name}</Own>
          {decision && (
            <>
              {' · '}
              <Named at="/beslut" of={decision} />
              {assignment.point !== undefined && `, ${t('decisions.point')} ${String(assignment.point)}`}
            </>
          )}
        </>
      }
      lead={
        <span className="tags">
          {assignment.late ? (
            <Tag tone="late">{t('state.late')}</Tag>
          ) : (
            <Tag tone={assignment.state.code === 'closed' ? 'good' : 'plain'}>{assignment.state.text}</Tag>
          )}
          {assignment.outcome && <Tag tone="good">{assignment.outcome.text}</Tag>}
          <Deadline window={assignment.deadline} expected={assignment.expected} />
        </span>
      }
    >
      <ProgressRail progress={adaptProgress(assignment, facts)} today={today} language={language} />
      <AssignmentActions assignment={assignment} />
      {decision && assignment.point !== undefined && (
        <Asked decision={decision.id} point={assignment.point} heading={<h2>{t('assignment.asked')}</h2>} />
      )}
      <dl className="facts">
        <div>
          <dt>{t('columns.responsible')}</dt>
          {assignment.responsible.length === 0 && <dd>{t('assignment.noResponsible')}</dd>}
          {assignment.responsible.map(({ id, name, holders }) => (
            <dd key={id}>
              <Own>{name ?? id}</Own>
              <span className="far">
                {' '}
                {holders.length === 0
                  ? t('assignment.noHolder')
                  : holders.map((one) => one.name ?? one.id).join(', ')}
              </span>
            </dd>
          ))}
        </div>
        <div>
          <dt>{t('assignment.recipient')}</dt>
          <dd>
            {assignment.recipient ? <Own>{assignment.recipient.name}</Own> : t('assignment.noRecipient')}
          </dd>
        </div>
        <div>
          <dt>{t('assignment.given')}</dt>
          <dd>
            <Day day={assignment.givenOn} />
          </dd>
        </div>
        {assignment.expected && (
          <div>
            <dt>
              {t(
                (assignment.expected.date ?? today) < today
                  ? 'assignment.wasExpected'
                  : 'assignment.expected',
              )}
            </dt>
            <dd>
              {assignment.expected.date !== undefined && <Day day={assignment.expected.date} />}{' '}
              <span className="far">({assignment.expected.why.text})</span>
            </dd>
          </div>
        )}
        {assignment.preconditions.length > 0 && (
          <div>
            <dt>{t('assignment.preconditions')}</dt>
            {assignment.preconditions.map(({ precondition, text, met }) => (
              <dd key={precondition}>
                <Own>{text}</Own>{' '}
                <Tag tone={met ? 'good' : 'wait'}>{met ? t('assignment.met') : t('assignment.notMet')}</Tag>
              </dd>
            ))}
          </div>
        )}
        {assignment.deliverables.length > 0 && (
          <div>
            <dt>{t('assignment.deliverables')}</dt>
            {assignment.deliverables.map(({ deliverable, text, result, why, report }) => (
              <dd key={deliverable}>
                <Own>{text}</Own>{' '}
                {result && <Tag tone={result.code === 'full' ? 'good' : 'wait'}>{result.text}</Tag>}
                {(report ?? why) !== undefined && (
                  <div className="far">
                    <Own>{[report, why].filter(Boolean).join(' – ')}</Own>
                  </div>
                )}
              </dd>
            ))}
          </div>
        )}
        {assignment.lastReport && (
          <div>
            <dt>{t('assignment.lastWord')}</dt>
            <dd>
              <Tag tone={assignment.lastReport.status.code === 'onTrack' ? 'good' : 'wait'}>
                {assignment.lastReport.status.text}
              </Tag>{' '}
              <Day day={assignment.lastReport.statedAt} />
              <Words>{assignment.lastReport.text}</Words>
            </dd>
          </div>
        )}
        {assignment.supplement !== undefined && (
          <div>
            <dt>{t('assignment.supplement')}</dt>
            <dd>
              <Own>{assignment.supplement}</Own>
            </dd>
          </div>
        )}
        {matter && (
          <div>
            <dt>{t('decisions.matter')}</dt>
            <dd>
              <Named at="/arenden" of={matter} />
            </dd>
          </div>
        )}
        {replaces && (
          <div>
            <dt>{t('assignment.replaces')}</dt>
            <dd>
              <Named at="/uppdrag" of={replaces} />
            </dd>
          </div>
        )}
        {replacedBy && (
          <div>
            <dt>{t('assignment.replacedBy')}</dt>
            <dd>
              <Named at="/uppdrag" of={replacedBy} />
            </dd>
          </div>
        )}
      </dl>
      <Story assignment={assignment} replay={replay} facts={facts} />
    </Page>
  );
}

function Story({
  assignment,
  replay,
  facts,
}: {
  readonly assignment: Schemas['AssignmentView'];
  readonly replay: ReturnType<typeof useGet<'/api/assignments/{id}/replay'>>;
  readonly facts: readonly Schemas['FactView'][];
}) {
  const { t } = useTranslation();
  const [params] = useAddress();
  const past = usePast();
  const language = useLanguage();
  const { id } = assignment;
  const tab = tabs.find((name) => name === params.get('flik')) ?? 'tidslinje';
  const moves = facts.filter(({ type }) => type.code === 'DeadlineMoved');
  return (
    <>
      {assignment.firstDeadline && moves.length > 0 && (
        <section aria-labelledby="slip">
          <h2 id="slip">
            {t('assignment.slipTitle')} <Slip days={assignment.slipDays} />
          </h2>
          <ol className="rows">
            <li className="row">
              <div className="row-main">
                <Deadline window={assignment.firstDeadline} />
                <p className="far">
                  {t('assignment.firstDeadline')}, <Day day={assignment.givenOn} far={false} />
                </p>
              </div>
            </li>
            {moves.map((move) => (
              <li key={move.id} className="row">
                <div className="row-main">
                  <p>
                    <Said>{`${move.line}.`}</Said>
                  </p>
                  <p className="far">{move.statedText}</p>
                </div>
              </li>
            ))}
          </ol>
        </section>
      )}
      <section aria-labelledby="more">
        <h2 id="more" className="only-read">
          {t('decisions.more')}
        </h2>
        <Tabs
          names={tabs}
          current={tab}
          text={(name) => t(`assignment.tabs.${name}`)}
          label={{ 'aria-labelledby': 'more' }}
        />
        {tab === 'tidslinje' && (
          <Wait for={replay}>
            {() =>
              facts.length === 0 ? (
                <Empty title={t('app.none')} />
              ) : (
                <DecisionTimeline facts={facts} date={past && factDateOf[past.axis]} language={language} />
              )
            }
          </Wait>
        )}
        {tab === 'brev' && <Letters assignment={id} />}
        {tab === 'lage' && <AsOfPicker replay={`/granskning/uppdrag/${id}`} />}
      </section>
    </>
  );
}
