import { useTranslation } from 'react-i18next';
import { type Schemas, send, useGet } from '../../api/client';
import { type Action, Actions } from '../../app/actions';
import { copy } from '../../app/notices';
import { useLanguage, usePast, useRoles, useToday } from '../../app/place';
import { longDate } from '../../i18n/dates';
import { useMeetings } from '../oversikt/meetings';

type Meeting = Schemas['MeetingView'];

/** What can be done to a meeting, by whoever keeps its notes, as things stand. */
export function MeetingActions({ meeting }: { readonly meeting: Meeting }) {
  const past = usePast();
  const today = useToday();
  const [role] = useRoles(meeting.body.id);
  const { next, others } = useActions(meeting);
  if (past || (role !== 'secretary' && role !== 'chair')) return null;
  const ahead = meeting.state.code === 'planned' && meeting.date > today;
  return (
    <Actions
      first={ahead && !next ? <CopyAgenda meeting={meeting} /> : undefined}
      next={next}
      others={others}
      kind="meeting"
      subject={meeting}
    />
  );
}

/** The draft of the agenda as text, for the letter that calls to the meeting. */
function CopyAgenda({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation();
  const agenda = useGet('/api/meetings/{id}/agenda-draft', { path: { id: meeting.id } });
  const points = agenda.data?.points ?? [];
  if (points.length === 0) return null;
  const lines = points.map(({ title, why, responsible }, at) =>
    [`${String(at + 1)}. ${title}`, why, responsible.map(({ id, name }) => name ?? id).join(', ')]
      .filter((line) => line !== '')
      .join('\n   '),
  );
  return (
    <button
      type="button"
      className="primary"
      onClick={() => {
        void copy(
          lines.join('\n\n'),
          t('meetings.agendaCopied', { count: lines.length }),
          t('meetings.agendaByHand'),
        );
      }}
    >
      {t('meetings.copyAgenda')}
    </button>
  );
}

interface Possible {
  readonly next?: Action;
  readonly others: readonly Action[];
}

function useActions(meeting: Meeting): Possible {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const { all } = useMeetings(meeting.body.id);
  const path = { id: meeting.id };
  const metSince = all
    .filter(
      ({ date, id, kind }) =>
        date >= meeting.date && date <= today && id !== meeting.id && kind.code !== 'perCapsulam',
    )
    .map(({ id, date, kind }): [string, string] => [id, `${kind.text} ${longDate(date, language)}`]);
  const held: Action = {
    code: 'RecordMeetingHeld',
    title: t('meetings.actions.RecordMeetingHeld'),
    note: t('write.noUndo.RecordMeetingHeld'),
    fields: [],
    send: async (_, revision, key) => {
      await send('/api/meetings/{id}/held', { path, body: {}, revision, key });
      return { text: t('write.done.RecordMeetingHeld'), detail: t('write.noUndo.RecordMeetingHeld') };
    },
  };
  const move: Action = {
    code: 'MoveMeeting',
    title: t('meetings.actions.MoveMeeting'),
    now: { to: meeting.date },
    fields: [
      { kind: 'date', name: 'to', label: t('decisions.date') },
      { kind: 'text', name: 'reason', label: t('write.reason'), optional: true },
    ],
    send: async (values, revision, key) => {
      const { reason } = values;
      const written = await send('/api/meetings/{id}/move', {
        path,
        body: { to: values['to'] ?? '', ...(reason ? { reason } : { reasonStated: false }) },
        revision,
        key,
      });
      return {
        text: t('write.done.MoveMeeting'),
        undo: {
          run: () =>
            send('/api/meetings/{id}/move', {
              path,
              body: { to: meeting.date, reason: t('write.undoReason') },
              revision: written.revision,
            }),
        },
      };
    },
  };
  const approve: Action = {
    code: 'ApproveNotes',
    title: t('meetings.actions.ApproveNotes'),
    note: t('write.noUndo.ApproveNotes'),
    initial: { confirm: 'ja' },
    fields: [
      {
        kind: 'select',
        name: 'at',
        label: t('meetings.approvedAt'),
        options: metSince,
        ours: true,
        optional: true,
      },
      { kind: 'tick', name: 'confirm', label: t('meetings.confirmAll') },
    ],
    send: async (values, revision, key) => {
      await send('/api/meetings/{id}/notes-approval', {
        path,
        body: {
          confirmDecisions: values['confirm'] === 'ja',
          ...(values['at'] && { atMeeting: values['at'] }),
        },
        revision,
        key,
      });
      return { text: t('write.done.ApproveNotes'), detail: t('write.noUndo.ApproveNotes') };
    },
  };
  const report: Action = {
    code: 'ReportPerCapsulam',
    title: t('meetings.actions.ReportPerCapsulam'),
    initial: { to: metSince.at(-1)?.[0] ?? '' },
    fields: [
      {
        kind: 'select',
        name: 'to',
        label: t('meetings.reportTo'),
        options: metSince,
        ours: true,
        hint: metSince.length === 0 ? t('meetings.reportLater') : undefined,
      },
    ],
    send: async (values, revision, key) => {
      await send('/api/meetings/{id}/per-capsulam/report', {
        path,
        body: { toMeeting: values['to'] ?? '' },
        revision,
        key,
      });
      return { text: t('write.done.ReportPerCapsulam'), detail: t('write.noUndo.ReportPerCapsulam') };
    },
  };
  const cancel: Action = {
    code: 'CancelMeeting',
    title: t('meetings.actions.CancelMeeting'),
    note: t('write.noUndo.CancelMeeting'),
    fields: [{ kind: 'text', name: 'reason', label: t('write.reason'), optional: true }],
    send: async ({ reason }, revision, key) => {
      await send('/api/meetings/{id}/cancel', { path, body: { ...(reason && { reason }) }, revision, key });
      return { text: t('write.done.CancelMeeting'), detail: t('write.noUndo.CancelMeeting') };
    },
  };
  const ask: Action = {
    code: 'OpenPerCapsulam',
    title: t('meetings.actions.OpenPerCapsulam'),
    fields: [{ kind: 'date', name: 'replyBy', label: t('meetings.replyBy'), optional: true }],
    send: async ({ replyBy }, revision, key) => {
      await send('/api/meetings/{id}/per-capsulam/open', {
        path,
        body: { ...(replyBy && { replyBy }) },
        revision,
        key,
      });
      return { text: t('write.done.OpenPerCapsulam'), detail: t('write.noUndo.OpenPerCapsulam') };
    },
  };
  const conclude: Action = {
    code: 'ConcludePerCapsulam',
    title: t('meetings.actions.ConcludePerCapsulam'),
    fields: [{ kind: 'text', name: 'outcome', label: t('meetings.outcome'), optional: true }],
    send: async ({ outcome }, revision, key) => {
      await send('/api/meetings/{id}/per-capsulam/conclude', {
        path,
        body: { ...(outcome && { outcome }) },
        revision,
        key,
      });
      return { text: t('write.done.ConcludePerCapsulam'), detail: t('write.noUndo.ConcludePerCapsulam') };
    },
  };
  const circulated = meeting.kind.code === 'perCapsulam';
  const ahead = meeting.date > today;
  switch (meeting.state.code) {
    case 'planned':
      if (circulated) return { next: ask, others: [...(ahead ? [] : [conclude]), move, cancel] };
      return ahead ? { others: [move, cancel] } : { next: held, others: [move, cancel] };
    case 'open':
      return ahead ? { others: [move, cancel] } : { next: conclude, others: [move, cancel] };
    case 'held':
      if (circulated) return { next: meeting.reportedTo ? undefined : report, others: [] };
      return { next: meeting.notesApproved ? undefined : approve, others: [] };
    default:
      return { others: [] };
  }
}
