import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send, useGet } from '../../api/client';
import { formOf } from '../../app/actions';
import { Dialog } from '../../app/dialog';
import { A } from '../../app/parts';
import { useBody } from '../../app/place';
import { type Field, WriteForm } from '../../app/write';
import type { Done } from '../../app/done';
import { useMeetings } from './meetings';

const kinds = ['chair', 'viceChair', 'secretary', 'member', 'presenter', 'responsible'] as const;

interface Step {
  readonly code: 'body' | 'role' | 'person';
  readonly done: boolean;
  readonly ready: boolean;
  readonly fields: readonly Field[];
  readonly send: (values: Readonly<Record<string, string>>, key: string) => Promise<unknown>;
}

/** What a body needs before its first decision can be recorded, step by step. */
export default function Begin() {
  const { t } = useTranslation();
  const id = useBody();
  const { all } = useMeetings();
  const [open, setOpen] = useState<Step['code']>();
  const { data } = useGet('/api/bodies/{id}', { path: { id }, enabled: id !== '' });
  const roles = data?.roles ?? [];
  const steps: readonly Step[] = [
    {
      code: 'body',
      done: id !== '',
      ready: true,
      fields: [
        { kind: 'line', name: 'name', label: t('begin.name') },
        { kind: 'line', name: 'short', label: t('begin.short') },
      ],
      send: ({ name = '', short = '' }, key) =>
        send('/api/bodies', { key, body: { name, shortName: short } }),
    },
    {
      code: 'role',
      done: roles.length > 0,
      ready: id !== '',
      fields: [
        { kind: 'line', name: 'title', label: t('begin.title') },
        {
          kind: 'select',
          name: 'kind',
          label: t('decisions.kind'),
          options: kinds.map((kind) => [kind, t(`begin.kinds.${kind}`)]),
        },
      ],
      send: ({ title = '', kind: chosen }, key) =>
        send('/api/bodies/{id}/roles', {
          path: { id },
          key,
          revision: 'any',
          body: { title, kind: kinds.find((kind) => kind === chosen) ?? 'responsible' },
        }),
    },
    {
      code: 'person',
      done: roles.some(({ holders }) => holders.length > 0),
      ready: roles.length > 0,
      fields: [
        { kind: 'line', name: 'name', label: t('begin.person') },
        { kind: 'line', name: 'email', label: t('begin.email'), optional: true },
        {
          kind: 'select',
          name: 'role',
          label: t('assignment.role'),
          options: roles.map(({ role, title }) => [role, title]),
        },
      ],
      send: async ({ name = '', email, role = '' }, key) => {
        const person = await send('/api/people', { key, body: { name, ...(email && { email }) } });
        await send('/api/bodies/{id}/roles/{role}/holders', {
          path: { id, role },
          key: `${key}-holder`,
          revision: 'any',
          body: { person: person.id },
        });
      },
    },
  ];
  const chosen = steps.find(({ code }) => code === open);
  const next = steps.find(({ done }) => !done)?.code;
  const close = (): void => setOpen(undefined);
  return (
    <section aria-labelledby="begin">
      <h2 id="begin">{t('begin.heading')}</h2>
      <p className="quiet-text">{t('begin.why')}</p>
      <ol className="agenda">
        {steps.map(({ code, done, ready }) => (
          <li key={code}>
            <p className="row-title">
              {t(`begin.steps.${code}.what`)}
              {done && <span className="far"> ✓ {t('begin.done')}</span>}
            </p>
            <p>{t(`begin.steps.${code}.why`)}</p>
            {ready && !(code === 'body' && done) && (
              <button
                type="button"
                className={code === next ? 'primary' : undefined}
                onClick={() => setOpen(code)}
              >
                {t(`begin.steps.${code}.act`)}
              </button>
            )}
          </li>
        ))}
        <li>
          <p className="row-title">{t('begin.steps.meeting.what')}</p>
          <p>{t('begin.steps.meeting.why')}</p>
          {id !== '' && (
            <A
              to="/moten?steg=ScheduleMeeting"
              className={`button${next === undefined && all.length === 0 ? ' primary' : ''}`}
            >
              {t('meetings.plan')}
            </A>
          )}
        </li>
        <li>
          <p className="row-title">{t('begin.steps.decision.what')}</p>
          <p>{t('begin.steps.decision.why')}</p>
        </li>
      </ol>
      {chosen && (
        <Dialog title={t(`begin.steps.${chosen.code}.act`)} onClose={close}>
          <WriteForm
            draft={formOf(`begin-${chosen.code}`, id)}
            fields={chosen.fields}
            submit={t(`begin.steps.${chosen.code}.act`)}
            revision={0}
            body={id}
            send={async (values, _, key): Promise<Done> => {
              await chosen.send(values, key);
              return { text: t('begin.registered') };
            }}
            onDone={close}
            onCancel={close}
          />
        </Dialog>
      )}
    </section>
  );
}
