import { useTranslation } from 'react-i18next';
import { type Schemas, send, useGet } from '../../api/client';
import { type Action, Actions } from '../../app/actions';
import { useAddress, usePast, useRoles, useToday } from '../../app/place';
import type { Field } from '../../app/write';
import { type AssignmentStep, type Steps, stepsOf } from './steps';

type Assignment = Schemas['AssignmentView'];

/** What can be done to an assignment, by whoever may do it, as things stand. */
export function AssignmentActions({ assignment }: { readonly assignment: Assignment }) {
  const past = usePast();
  const [params] = useAddress();
  const answer = params.get('svar');
  const { steps, actions } = useActions(assignment, answer ?? '', params.get('del') ?? '');
  if (past) return null;
  const opened =
    params.get('steg') ??
    (answer === 'final' ? 'SubmitFinalReport' : answer === null ? undefined : 'ReportProgress');
  return (
    <Actions
      next={steps.next && actions[steps.next]}
      others={steps.others.map((step) => actions[step])}
      kind="assignment"
      subject={assignment}
      opened={opened}
      hints={['svar', 'del']}
    />
  );
}

interface Possible {
  readonly steps: Steps<AssignmentStep>;
  readonly actions: { readonly [S in AssignmentStep]: Action };
}

function useActions(assignment: Assignment, answer: string, part: string): Possible {
  const { t } = useTranslation();
  const mine = useRoles(assignment.body.id);
  const today = useToday();
  const found = useGet('/api/bodies/{id}', { path: { id: assignment.body.id } });
  const { id } = assignment;
  const path = { id };
  const ledger = useGet('/api/assignments/{id}/reminders', {
    path: { id },
    enabled: mine.includes('secretary'),
  });
  const reason: Field = { kind: 'text', name: 'reason', label: t('write.reason') };
  const text: Field = { kind: 'text', name: 'text', label: t('assignment.text') };

  const progress: Action = {
    code: 'ReportProgress',
    title: t('assignment.actions.ReportProgress'),
    now: {
      status: assignment.lastReport?.status.code ?? '',
      text: assignment.lastReport?.text ?? '',
    },
    initial: { status: answer === 'final' ? '' : answer },
    fields: [
      {
        kind: 'choice',
        name: 'status',
        label: t('assignment.status'),
        options: (['onTrack', 'atRisk', 'delayed'] as const).map((one) => [
          one,
          t(`assignment.answer.${one}`),
        ]),
      },
      { ...text, hint: t('assignment.textHint') },
    ],
    send: async (values, revision, key) => {
      const status =
        (['onTrack', 'atRisk', 'delayed'] as const).find((one) => one === values['status']) ?? 'onTrack';
      await send('/api/assignments/{id}/progress', {
        path,
        body: { status, text: values['text'] ?? '' },
        revision,
        key,
      });
      return { text: t('write.done.ReportProgress'), detail: t('write.noUndo.report') };
    },
  };
  const acknowledge: Action = {
    code: 'AcknowledgeAssignment',
    title: t('assignment.actions.AcknowledgeAssignment'),
    fields: [{ kind: 'text', name: 'note', label: t('write.note'), optional: true }],
    send: async (values, revision, key) => {
      await send('/api/assignments/{id}/acknowledge', {
        path,
        body: { ...(values['note'] && { note: values['note'] }) },
        revision,
        key,
      });
      return { text: t('write.done.AcknowledgeAssignment'), detail: t('write.noUndo.stays') };
    },
  };
  const final: Action = {
    code: 'SubmitFinalReport',
    title: t('assignment.actions.SubmitFinalReport'),
    fields: [
      { ...text, hint: t('assignment.finalHint') },
      { kind: 'line', name: 'document', label: t('assignment.document'), optional: true },
    ],
    send: async (values, revision, key) => {
      await send('/api/assignments/{id}/final-report', {
        path,
        body: { text: values['text'] ?? '', ...(values['document'] && { document: values['document'] }) },
        revision,
        key,
      });
      return { text: t('write.done.SubmitFinalReport'), detail: t('write.noUndo.final') };
    },
  };
  const deliverable: Action = {
    code: 'ReportDeliverable',
    title: t('assignment.actions.ReportDeliverable'),
    initial: { deliverable: part },
    fields: [
      {
        kind: 'choice',
        name: 'deliverable',
        label: t('assignment.deliverable'),
        options: assignment.deliverables.map((one) => [one.deliverable, one.text]),
      },
      {
        kind: 'choice',
        name: 'result',
        label: t('assignment.result'),
        options: (['full', 'partial', 'unanswerable'] as const).map((one) => [
          one,
          t(`assignment.results.${one}`),
        ]),
      },
      { ...text, optional: true },
      { kind: 'text', name: 'why', label: t('assignment.why'), optional: true },
    ],
    send: async (values, revision, key) => {
      const result =
        (['full', 'partial', 'unanswerable'] as const).find((one) => one === values['result']) ?? 'full';
      await send('/api/assignments/{id}/deliverables/{deliverable}/report', {
        path: { id, deliverable: values['deliverable'] ?? '' },
        body: {
          result,
          ...(values['text'] && { text: values['text'] }),
          ...(values['why'] && { why: values['why'] }),
        },
        revision,
        key,
      });
      return { text: t('write.done.ReportDeliverable'), detail: t('write.noUndo.report') };
    },
  };
  const before = assignment.deadline.original;
  const move: Action = {
    code: 'MoveDeadline',
    title: t(before === '' ? 'assignment.setDeadline' : 'assignment.actions.MoveDeadline'),
    now: { to: before },
    fields: [
      { kind: 'deadline', name: 'to', label: t('assignment.newDeadline') },
      { ...reason, hint: t('assignment.reasonHint'), optional: true },
      { kind: 'tick', name: 'unsaid', label: t('assignment.noReason'), of: 'reason' },
    ],
    send: async (values, revision, key) => {
      const why = values['unsaid'] === 'ja' ? undefined : values['reason'];
      const written = await send('/api/assignments/{id}/deadline', {
        path,
        body: { to: values['to'] ?? '', ...(why ? { reason: why } : { reasonStated: false }) },
        revision,
        key,
      });
      return {
        text: t('write.done.MoveDeadline'),
        ...(before === ''
          ? { detail: t('write.noUndo.deadline') }
          : {
              undo: {
                run: () =>
                  send('/api/assignments/{id}/deadline', {
                    path,
                    body: { to: before, reason: t('write.undoReason') },
                    revision: written.revision,
                  }),
              },
            }),
      };
    },
  };
  const close: Action = {
    code: 'CloseAssignment',
    title: t('assignment.actions.CloseAssignment'),
    now: { outcome: assignment.outcome?.code ?? '' },
    fields: [
      {
        kind: 'choice',
        name: 'outcome',
        label: t('assignment.outcome'),
        options: (['fulfilled', 'partly', 'notFulfilled', 'lapsed'] as const).map((one) => [
          one,
          t(`assignment.outcomes.${one}`),
        ]),
      },
      { ...reason, optional: true, hint: t('assignment.closeHint') },
    ],
    send: async (values, revision, key) => {
      const outcome =
        (['fulfilled', 'partly', 'notFulfilled', 'lapsed'] as const).find(
          (one) => one === values['outcome'],
        ) ?? 'lapsed';
      const written = await send('/api/assignments/{id}/close', {
        path,
        body: { outcome, ...(values['reason'] && { reason: values['reason'] }) },
        revision,
        key,
      });
      const reported = assignment.state.code === 'finallyReported' ? assignment.lastReport : undefined;
      return {
        text: t('write.done.CloseAssignment'),
        undo: {
          run: async () => {
            const opened = await send('/api/assignments/{id}/reopen', {
              path,
              body: { reason: t('write.undoReason') },
              revision: written.revision,
            });
            // Open again it waits for a report: the one that was there is told anew by whoever may tell it.
            if (reported && mine.includes('secretary'))
              await send('/api/assignments/{id}/final-report', {
                path,
                body: { text: reported.text },
                revision: opened.revision,
              });
          },
        },
      };
    },
  };
  const supplement: Action = {
    code: 'RequestSupplement',
    title: t('assignment.actions.RequestSupplement'),
    now: { text: assignment.supplement ?? '', deadline: before },
    fields: [
      { ...text, label: t('assignment.missing') },
      { kind: 'deadline', name: 'deadline', label: t('columns.deadline'), optional: true },
    ],
    send: async (values, revision, key) => {
      await send('/api/assignments/{id}/supplement', {
        path,
        body: { text: values['text'] ?? '', ...(values['deadline'] && { deadline: values['deadline'] }) },
        revision,
        key,
      });
      return { text: t('write.done.RequestSupplement'), detail: t('write.noUndo.supplement') };
    },
  };
  const reopen: Action = {
    code: 'ReopenAssignment',
    title: t('assignment.actions.ReopenAssignment'),
    fields: [reason],
    send: async (values, revision, key) => {
      const written = await send('/api/assignments/{id}/reopen', {
        path,
        body: { reason: values['reason'] ?? '' },
        revision,
        key,
      });
      const before = assignment.outcome?.code;
      const outcome = (['fulfilled', 'partly', 'notFulfilled', 'lapsed'] as const).find(
        (one) => one === before,
      );
      return {
        text: t('write.done.ReopenAssignment'),
        ...(outcome && {
          undo: {
            run: () =>
              send('/api/assignments/{id}/close', {
                path,
                body: { outcome, reason: t('write.undoReason') },
                revision: written.revision,
              }),
          },
        }),
      };
    },
  };
  const responsible: Action = {
    code: 'AddResponsible',
    title: t('assignment.actions.AddResponsible'),
    fields: [
      {
        kind: 'select',
        name: 'role',
        label: t('columns.responsible'),
        options: (found.data?.roles ?? [])
          .filter(({ role }) => !assignment.responsible.some((one) => one.id === role))
          .map(({ role, title }) => [role, title]),
      },
    ],
    send: async (values, revision, key) => {
      const role = values['role'] ?? '';
      const written = await send('/api/assignments/{id}/responsible', {
        path,
        body: { role },
        revision,
        key,
      });
      return {
        text: t('write.done.AddResponsible'),
        undo: {
          run: () =>
            send('/api/assignments/{id}/responsible/{role}/release', {
              path: { id, role },
              body: { reason: t('write.undoReason') },
              revision: written.revision,
            }),
        },
      };
    },
  };
  const recipient: Action = {
    code: 'NameRecipient',
    title: t('assignment.actions.NameRecipient'),
    fields: [],
    send: async (_, revision, key) => {
      await send('/api/assignments/{id}/recipient', {
        path,
        body: { recipient: assignment.body.id },
        revision,
        key,
      });
      return { text: t('write.done.NameRecipient'), detail: t('write.noUndo.stays') };
    },
  };
  const promote: Action = {
    code: 'PromoteCommitment',
    title: t('assignment.actions.PromoteCommitment'),
    fields: [],
    send: async (_, revision, key) => {
      await send('/api/assignments/{id}/promote', { path, body: {}, revision, key });
      return { text: t('write.done.PromoteCommitment'), detail: t('write.noUndo.promote') };
    },
  };
  const met: Action = {
    code: 'MeetPrecondition',
    title: t('assignment.actions.MeetPrecondition'),
    fields: [
      {
        kind: 'choice',
        name: 'precondition',
        label: t('assignment.preconditions'),
        options: assignment.preconditions
          .filter((one) => !one.met)
          .map((one) => [one.precondition, one.text]),
      },
      { kind: 'text', name: 'note', label: t('write.note'), optional: true },
    ],
    send: async (values, revision, key) => {
      await send('/api/assignments/{id}/preconditions/{precondition}/met', {
        path: { id, precondition: values['precondition'] ?? '' },
        body: { ...(values['note'] && { note: values['note'] }) },
        revision,
        key,
      });
      return { text: t('write.done.MeetPrecondition'), detail: t('write.noUndo.stays') };
    },
  };

  const vacant = assignment.responsible.filter(({ holders }) => holders.length === 0);
  const people = useGet('/api/people', {
    query: { limit: 200 },
    enabled: mine.includes('secretary'),
  });
  const appoint: Action = {
    code: 'AppointHolder',
    title: t('assignment.actions.AppointHolder'),
    initial: { role: vacant[0]?.id ?? '' },
    fields: [
      {
        kind: 'select',
        name: 'role',
        label: t('assignment.role'),
        options: vacant.map((one) => [one.id, one.name ?? one.id]),
      },
      {
        kind: 'select',
        name: 'person',
        label: t('assignment.person'),
        options: (people.data?.items ?? []).map((one) => [one.id, one.name]),
      },
    ],
    send: async (values, _, key) => {
      const where = { id: assignment.body.id, role: values['role'] ?? '' };
      const person = values['person'] ?? '';
      await send('/api/bodies/{id}/roles/{role}/holders', {
        path: where,
        body: { person },
        revision: 'any',
        key,
      });
      return {
        text: t('write.done.AppointHolder'),
        undo: {
          run: () =>
            send('/api/bodies/{id}/roles/{role}/holders/{person}/leave', {
              path: { ...where, person },
              body: {},
              revision: 'any',
            }),
        },
      };
    },
  };
  // What steers the reminders has a revision of its own.
  const steered = { kind: 'reminder', id, revision: ledger.data?.revision ?? 0 } as const;
  const remind: Action = {
    code: 'RemindNow',
    title: t('assignment.actions.RemindNow'),
    subject: steered,
    fields: [{ ...reason, optional: true }],
    send: async (values, revision, key) => {
      await send('/api/assignments/{id}/reminders/now', {
        path,
        body: { ...(values['reason'] && { reason: values['reason'] }) },
        revision,
        key,
      });
      return { text: t('write.done.RemindNow'), detail: t('write.noUndo.RemindNow') };
    },
  };
  const pause: Action = {
    code: 'PauseReminders',
    title: t('assignment.actions.PauseReminders'),
    subject: steered,
    now: { until: ledger.data?.paused?.until ?? '' },
    fields: [
      { kind: 'date', name: 'until', label: t('assignment.until'), optional: true },
      { ...reason, optional: true },
    ],
    send: async (values, revision, key) => {
      await send('/api/assignments/{id}/reminders/pause', {
        path,
        body: {
          ...(values['until'] && { until: values['until'] }),
          ...(values['reason'] && { reason: values['reason'] }),
        },
        revision,
        key,
      });
      return {
        text: t('write.done.PauseReminders'),
        undo: {
          run: () =>
            send('/api/assignments/{id}/reminders/resume', {
              path,
              body: { reason: t('write.undoReason') },
              revision: 'any',
            }),
        },
      };
    },
  };

  const resume: Action = {
    code: 'ResumeReminders',
    title: t('assignment.actions.ResumeReminders'),
    subject: steered,
    fields: [{ ...reason, optional: true }],
    send: async (values, revision, key) => {
      await send('/api/assignments/{id}/reminders/resume', {
        path,
        body: { ...(values['reason'] && { reason: values['reason'] }) },
        revision,
        key,
      });
      return {
        text: t('write.done.ResumeReminders'),
        undo: {
          run: () =>
            send('/api/assignments/{id}/reminders/pause', {
              path,
              body: { reason: t('write.undoReason') },
              revision: 'any',
            }),
        },
      };
    },
  };
  const instead: Action = {
    code: 'ChangeReminderRecipient',
    title: t('assignment.actions.ChangeReminderRecipient'),
    subject: steered,
    initial: { role: assignment.responsible[0]?.id ?? '' },
    fields: [
      {
        kind: 'select',
        name: 'role',
        label: t('assignment.role'),
        options: assignment.responsible.map((one) => [one.id, one.name ?? one.id]),
      },
      {
        kind: 'select',
        name: 'person',
        label: t('assignment.person'),
        hint: t('assignment.insteadHint'),
        optional: true,
        options: (people.data?.items ?? []).map((one) => [one.id, one.name]),
      },
      { ...reason, optional: true },
    ],
    send: async (values, revision, key) => {
      const role = values['role'] ?? '';
      const before = ledger.data?.instead.find((one) => one.role.id === role)?.person.id;
      const name = (person: string | undefined, why: string | undefined, at: number, once?: string) =>
        send('/api/assignments/{id}/reminders/recipient', {
          path,
          body: { role, ...(person && { person }), ...(why && { reason: why }) },
          revision: at,
          key: once,
        });
      const written = await name(values['person'], values['reason'], revision, key);
      return {
        text: t('write.done.ChangeReminderRecipient'),
        undo: { run: () => name(before, t('write.undoReason'), written.revision) },
      };
    },
  };

  return {
    steps: stepsOf(assignment, mine, today, ledger.data && { paused: ledger.data.paused !== undefined }),
    actions: {
      AcknowledgeAssignment: acknowledge,
      ReportProgress: progress,
      ReportDeliverable: deliverable,
      SubmitFinalReport: final,
      MeetPrecondition: met,
      MoveDeadline: move,
      CloseAssignment: close,
      RequestSupplement: supplement,
      ReopenAssignment: reopen,
      AddResponsible: responsible,
      NameRecipient: recipient,
      PromoteCommitment: promote,
      AppointHolder: appoint,
      RemindNow: remind,
      PauseReminders: pause,
      ResumeReminders: resume,
      ChangeReminderRecipient: instead,
    },
  };
}
