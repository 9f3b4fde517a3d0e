import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type Schemas, send, useGet } from '../../api/client';
import { formOf } from '../../app/actions';
import { Lost } from '../../app/lost';
import { Dialog } from '../../app/dialog';
import { A, Day, Deadline, Empty, Own, Page, Said, Slip, Tag, Wait } from '../../app/parts';
import { useAddress, useAsOf, usePast, useRoles } from '../../app/place';
import { WriteForm } from '../../app/write';

/** A matter: its timetable, and what was decided and asked in it. */
export function Component() {
  const { id = '' } = useParams();
  const asOf = useAsOf();
  const matter = useGet('/api/matters/{id}', { path: { id }, query: asOf });
  return (
    <Wait for={matter} lines={8} instead={(error) => <Lost what="matter" error={error} />}>
      {(found) => <Matter key={found.id} matter={found} />}
    </Wait>
  );
}

function Matter({ matter }: { readonly matter: Schemas['MatterView'] }) {
  const { t } = useTranslation();
  const past = usePast();
  const [role] = useRoles(matter.body.id);
  const asOf = useAsOf();
  const [params, change] = useAddress();
  const mayMove = !past && (role === 'secretary' || role === 'chair') && matter.state.code === 'open';
  const decisions = useGet('/api/decisions', {
    query: { body: matter.body.id, matter: matter.id, limit: 100, ...asOf },
  });
  const assignments = useGet('/api/assignments', {
    query: { body: matter.body.id, matter: matter.id, limit: 100, ...asOf },
  });
  const planned = matter.milestones.filter(({ state }) => state.code === 'planned');
  const pressed = params.get('delmal') ?? '';
  const close = (): void => change({ steg: undefined, delmal: undefined });
  return (
    <Page
      own
      title={matter.title}
      above={
        <>
          {t('decisions.matter')} · <Own>{matter.body.name}</Own>
          {matter.number !== undefined && ` · ${matter.number}`}
        </>
      }
      lead={
        <span className="tags">
          <Tag tone={matter.state.code === 'closed' ? 'good' : 'plain'}>{matter.state.text}</Tag>
          <Own>{matter.description}</Own>
        </span>
      }
    >
      <section aria-labelledby="timetable">
        <h2 id="timetable">{t('matters.timetable')}</h2>
        {matter.milestones.length === 0 ? (
          <Empty title={t('matters.noTimetable')} />
        ) : (
          <ol className="rows">
            {matter.milestones.map((one) => (
              <li key={one.milestone} className="row">
                <div className="row-main">
                  <p className="row-title">
                    <Own>{one.label}</Own>
                  </p>
                  <p>
                    <Deadline window={one.window} /> <Slip days={one.slipDays} />
                  </p>
                  {one.firstWindow && (
                    <p className="far">
                      <Said>{t('matters.first', { words: one.firstWindow.original })}</Said>
                    </p>
                  )}
                  {one.reached !== undefined && (
                    <p>
                      {one.state.text} <Day day={one.reached} />
                    </p>
                  )}
                  {one.sourcesDisagree && <p className="far">{t('matters.disagree')}</p>}
                </div>
                <p className="tags">
                  {one.late ? (
                    <Tag tone="late">{t('state.late')}</Tag>
                  ) : (
                    <Tag tone={one.state.code === 'reached' ? 'good' : 'plain'}>{one.state.text}</Tag>
                  )}
                  {mayMove && one.state.code === 'planned' && (
                    <button
                      type="button"
                      onClick={() => change({ steg: 'MoveMilestone', delmal: one.milestone })}
                    >
                      {t('matters.move')}
                      <span className="only-read">
                        : <Own>{one.label}</Own>
                      </span>
                    </button>
                  )}
                </p>
              </li>
            ))}
          </ol>
        )}
      </section>
      <section aria-labelledby="decisions">
        <h2 id="decisions">{t('pages.beslut')}</h2>
        <Wait for={decisions}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="quiet-text">{t('matters.noDecisions')}</p>
            ) : (
              <ul className="rows">
                {items.map(({ id, title, takenOn, state }) => (
                  <li key={id} className="row">
                    <div className="row-main">
                      <A own to={`/beslut/${id}`} className="row-title">
                        {title}
                      </A>
                      <Day day={takenOn} />
                    </div>
                    <Tag tone={state.code === 'confirmed' ? 'good' : 'plain'}>{state.text}</Tag>
                  </li>
                ))}
              </ul>
            )
          }
        </Wait>
      </section>
      <section aria-labelledby="assignments">
        <h2 id="assignments">{t('pages.uppdrag')}</h2>
        <Wait for={assignments}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="quiet-text">{t('matters.noAssignments')}</p>
            ) : (
              <ul className="rows">
                {items.map(({ id, title, deadline, state, late }) => (
                  <li key={id} className="row">
                    <div className="row-main">
                      <A own to={`/uppdrag/${id}`} className="row-title">
                        {title}
                      </A>
                      <Deadline window={deadline} />
                    </div>
                    {late ? <Tag tone="late">{t('state.late')}</Tag> : <Tag>{state.text}</Tag>}
                  </li>
                ))}
              </ul>
            )
          }
        </Wait>
      </section>
      {mayMove && params.get('steg') === 'MoveMilestone' && planned.length > 0 && (
        <Dialog title={t('matters.move')} onClose={close}>
          <WriteForm
            key={pressed}
            draft={formOf('MoveMilestone', matter.id, [pressed])}
            initial={{ milestone: pressed }}
            fields={[
              {
                kind: 'select',
                name: 'milestone',
                label: t('matters.milestone'),
                options: planned.map(({ milestone, label }) => [milestone, label]),
              },
              { kind: 'deadline', name: 'to', label: t('assignment.newDeadline') },
              {
                kind: 'text',
                name: 'reason',
                label: t('write.reason'),
                hint: t('assignment.reasonHint'),
                optional: true,
              },
              { kind: 'tick', name: 'unsaid', label: t('assignment.noReason'), of: 'reason' },
            ]}
            submit={t('matters.move')}
            subject={{ kind: 'matter', id: matter.id }}
            revision={matter.revision}
            body={matter.body.id}
            send={async (values, revision, key) => {
              const path = { id: matter.id, milestone: values['milestone'] ?? '' };
              const why = values['unsaid'] === 'ja' ? '' : (values['reason'] ?? '');
              const written = await send('/api/matters/{id}/milestones/{milestone}/move', {
                path,
                body: { to: values['to'] ?? '', ...(why === '' ? { reasonStated: false } : { reason: why }) },
                revision,
                key,
              });
              const before =
                planned.find(({ milestone }) => milestone === path.milestone)?.window.original ?? '';
              return {
                text: t('write.done.MoveMilestone'),
                ...(before !== '' && {
                  undo: {
                    run: () =>
                      send('/api/matters/{id}/milestones/{milestone}/move', {
                        path,
                        body: { to: before, reason: t('write.undoReason') },
                        revision: written.revision,
                      }),
                  },
                }),
              };
            }}
            onDone={close}
            onCancel={close}
          />
        </Dialog>
      )}
    </Page>
  );
}
