import { useTranslation } from 'react-i18next';
import { type Schemas, send } from '../../api/client';
import { type Action, Actions } from '../../app/actions';
import { useLanguage, usePast, useRoles } from '../../app/place';
import { longDate } from '../../i18n/dates';
import { useMeetings } from '../oversikt/meetings';

/** What can be done to a meeting, as things stand. */
export function MeetingActions({ meeting }: { readonly meeting: Schemas['MeetingView'] }) {
  const past = usePast();
  const [role] = useRoles();
  const actions = useActions(meeting);
  if (past || (role !== 'secretary' && role !== 'chair') || actions.length === 0) return null;
  return <Actions actions={actions} kind="meeting" subject={meeting} />;
}

function useActions(meeting: Schemas['MeetingView']): readonly Action[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const { all } = useMeetings();
  const path = { id: meeting.id };
  const later = all
    .filter(({ date, id }) => date >= meeting.date && id !== meeting.id)
    .map(({ id, date, kind }): [string, string] => [id, `${kind.text} ${longDate(date, language)}`]);
  const held: Action = {
    code: 'RecordMeetingHeld',
    title: t('meetings.actions.RecordMeetingHeld'),
    fields: [],
    send: async (_, revision, key) => {
      await send('/api/meetings/{id}/held', { path, body: {}, revision, key });
      return { text: t('write.done.RecordMeetingHeld'), detail: t('write.noUndo.RecordMeetingHeld') };
    },
  };
  const move: Action = {
    code: 'MoveMeeting',
    title: t('meetings.actions.MoveMeeting'),
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
    initial: { confirm: 'ja' },
    fields: [
      { kind: 'select', name: 'at', label: t('meetings.approvedAt'), options: later, optional: true },
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
    fields: [
      {
        kind: 'select',
        name: 'to',
        label: t('meetings.reportTo'),
        options: later.filter(([id]) => all.some((one) => one.id === id && one.kind.code === 'ordinary')),
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
  const phase = meeting.state.code;
  const circulated = meeting.kind.code === 'perCapsulam';
  return [
    ...(phase === 'planned' && !circulated ? [held, move] : []),
    ...(phase === 'held' && !meeting.notesApproved && !circulated ? [approve] : []),
    ...(phase === 'held' && circulated && !meeting.reportedTo ? [report] : []),
  ];
}
