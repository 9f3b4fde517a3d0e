import { useTranslation } from 'react-i18next';
import { send } from '../../api/client';
import { formOf } from '../../app/actions';
import { Dialog } from '../../app/dialog';
import { A, Day, Empty, Own, Page, Tag } from '../../app/parts';
import { useAddress, useBody, useLanguage, usePast, useRoles, useToday } from '../../app/place';
import { WriteForm } from '../../app/write';
import { fromToday } from '../../i18n/dates';
import { useMeetings } from '../oversikt/meetings';
import Wheel from '../oversikt/wheel';
import { MeetingState } from './state';

const kinds = ['ordinary', 'extra', 'perCapsulam'] as const;

/** A year of meetings. */
export function Component() {
  const { t } = useTranslation();
  const today = useToday();
  const past = usePast();
  const [role] = useRoles();
  const body = useBody();
  const [params, change] = useAddress();
  const language = useLanguage();
  const { all, next } = useMeetings();
  const asked = params.get('ar') ?? '';
  const year = Number(/^\d{4}$/.test(asked) ? asked : today.slice(0, 4));
  const inYear = all.filter(({ date }) => date.startsWith(String(year)));
  const keeps = !past && (role === 'secretary' || role === 'admin');
  const close = (): void => change({ steg: undefined });
  return (
    <Page
      title={`${t('pages.moten')} ${String(year)}`}
      actions={
        <>
          {keeps && (
            <button type="button" onClick={() => change({ steg: 'ScheduleMeeting' })}>
              {t('meetings.plan')}
            </button>
          )}
          <A to={`/moten?ar=${String(year - 1)}`} className="button">
            ← {year - 1}
          </A>
          <A to={`/moten?ar=${String(year + 1)}`} className="button">
            {year + 1} →
          </A>
        </>
      }
    >
      {inYear.length === 0 ? (
        <Empty title={t('meetings.noneYear', { year })}>
          <p>{t('meetings.noneYearWhy')}</p>
        </Empty>
      ) : (
        <ul className="rows">
          {inYear.map((meeting) => (
            <li key={meeting.id} className="row">
              <div className="row-main">
                <p>
                  <A to={`/moten/${meeting.id}`} className="row-title">
                    <Day day={meeting.date} far={false} />
                    {meeting.title !== undefined && (
                      <>
                        : <Own>{meeting.title}</Own>
                      </>
                    )}
                  </A>{' '}
                  <span className="far nowrap">{fromToday(meeting.date, today, language)}</span>
                </p>
                <p>
                  {meeting.kind.text}
                  {meeting.place !== undefined && (
                    <span className="far">
                      {' · '}
                      <Own>{meeting.place}</Own>
                    </span>
                  )}
                </p>
              </div>
              <p className="tags">
                {meeting.id === next?.id && <Tag tone="next">{t('meetings.nextOne')}</Tag>}
                <MeetingState meeting={meeting} />
                {meeting.state.code === 'held' && !meeting.notesApproved && (
                  <Tag tone="wait">{t('meetings.notesWait')}</Tag>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
      <section aria-labelledby="wheel">
        <h2 id="wheel">{t('overview.wheel')}</h2>
        <Wheel year={year} />
      </section>
      {keeps && params.get('steg') === 'ScheduleMeeting' && (
        <Dialog title={t('meetings.plan')} onClose={close}>
          <WriteForm
            draft={formOf('ScheduleMeeting', body)}
            revision={0}
            body={body}
            submit={t('meetings.plan')}
            initial={planned}
            fields={[
              {
                kind: 'choice',
                name: 'kind',
                label: t('decisions.kind'),
                options: kinds.map((code) => [code, t(`meetings.kinds.${code}`)]),
              },
              { kind: 'date', name: 'date', label: t('decisions.date') },
              { kind: 'line', name: 'place', label: t('meetings.place'), optional: true },
              { kind: 'line', name: 'title', label: t('decisions.titleField'), optional: true },
            ]}
            send={async (values, _, key) => {
              const written = await send('/api/meetings', {
                key,
                body: {
                  body,
                  kind: kinds.find((code) => code === values['kind']) ?? 'ordinary',
                  date: values['date'] ?? '',
                  ...(values['place'] && { place: values['place'] }),
                  ...(values['title'] && { title: values['title'] }),
                },
              });
              return {
                text: t('write.done.ScheduleMeeting'),
                undo: {
                  run: () =>
                    send('/api/meetings/{id}/cancel', {
                      path: { id: written.id },
                      body: { reason: t('write.undoReason') },
                      revision: written.revision,
                    }),
                },
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

const planned = { kind: 'ordinary' };
