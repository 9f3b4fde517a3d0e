import { useTranslation } from 'react-i18next';
import { type Schemas, send, useGet } from '../../api/client';
import { type Action, Actions } from '../../app/actions';
import { A } from '../../app/parts';
import { useAddress, useLanguage, usePast, useRoles } from '../../app/place';
import type { Field, Values } from '../../app/write';
import { longDate } from '../../i18n/dates';
import { type PointKind, pointKinds } from '../moten/reading';

type Decision = Schemas['DecisionView'];

/** What can be done to a decision by whoever keeps the log. `uncovered`: the first point that nothing follows from yet. */
export function DecisionActions({
  decision,
  uncovered,
}: {
  readonly decision: Decision;
  readonly uncovered?: { readonly number: number; readonly assigned: boolean };
}) {
  const { t } = useTranslation();
  const past = usePast();
  const [role] = useRoles(decision.body.id);
  const [params] = useAddress();
  const keeps = !past && (role === 'secretary' || role === 'chair');
  const actions = useActions(decision, params.get('punkt') ?? String(uncovered?.number ?? ''));
  const { state } = decision;
  const recorded = state.code === 'recorded';
  const standing = recorded || state.code === 'confirmed';
  const meeting = useGet('/api/meetings/{id}', {
    path: { id: decision.meeting?.id ?? '' },
    enabled: keeps && recorded && decision.meeting !== undefined,
  });
  if (!keeps) return null;
  const { give, noAction, confirm, correct, amend, supersede, revoke } = actions;
  const at = meeting.data;
  const waits = recorded && at?.state.code === 'held' && at.kind.code !== 'perCapsulam' && !at.notesApproved;
  const ahead = at?.state.code === 'planned';
  const follow = standing && uncovered?.assigned ? give : undefined;
  const next = follow ?? (recorded && !waits && !ahead ? confirm : undefined);
  const others = [
    give,
    ...(uncovered === undefined ? [] : [noAction]),
    correct,
    confirm,
    amend,
    supersede,
    revoke,
    noAction,
  ];
  const never = recorded ? [amend, supersede, revoke] : [confirm];
  return (
    <Actions
      first={
        waits && !next ? (
          <A to={`/moten/${at.id}?steg=ApproveNotes`} className="button primary">
            {t('decisions.approveNotes')}
          </A>
        ) : undefined
      }
      next={next}
      others={standing ? [...new Set(others)].filter((one) => one !== next && !never.includes(one)) : []}
      kind="decision"
      subject={decision}
      hints={['punkt']}
    />
  );
}

/** A kind of point by its code. Throws for one that this page does not know: it may be older than the service. */
function kindOf(code: string): PointKind {
  const found = pointKinds.find((kind) => kind === code);
  if (found === undefined) throw new Error(code);
  return found;
}

type Step = 'give' | 'noAction' | 'confirm' | 'correct' | 'amend' | 'supersede' | 'revoke';

function useActions(decision: Decision, point: string): { readonly [S in Step]: Action } {
  const { t } = useTranslation();
  const language = useLanguage();
  const body = useGet('/api/bodies/{id}', { path: { id: decision.body.id } });
  const roles = (body.data?.roles ?? []).map(({ role, title }): [string, string] => [role, title]);
  const points = decision.points.map(({ number, text }): [string, string] => [
    String(number),
    `${String(number)}. ${text.slice(0, 70)}`,
  ]);
  const path = { id: decision.id };
  const pointField: Field = { kind: 'select', name: 'point', label: t('decisions.point'), options: points };
  const reason: Field = { kind: 'text', name: 'reason', label: t('write.reason') };
  const give: Action = {
    code: 'GiveAssignment',
    title: t('decisions.actions.GiveAssignment'),
    initial: { point },
    fields: [
      pointField,
      { kind: 'line', name: 'title', label: t('assignment.title') },
      { kind: 'select', name: 'role', label: t('columns.responsible'), options: roles },
      { kind: 'deadline', name: 'deadline', label: t('columns.deadline'), optional: true },
    ],
    send: async (values, _, key) => {
      const given = await send('/api/assignments', {
        key,
        body: {
          body: decision.body.id,
          title: values['title'] ?? '',
          responsible: [values['role'] ?? ''],
          recipient: decision.body.id,
          decision: decision.id,
          point: Number(values['point']),
          ...(values['deadline'] && { deadline: values['deadline'] }),
        },
      });
      return {
        text: t('write.done.GiveAssignment'),
        undo: {
          run: () =>
            send('/api/assignments/{id}/close', {
              path: { id: given.id },
              body: { outcome: 'lapsed', reason: t('write.undoReason') },
              revision: given.revision,
            }),
        },
      };
    },
  };
  const noAction: Action = {
    code: 'MarkNoActionNeeded',
    title: t('decisions.actions.MarkNoActionNeeded'),
    note: t('write.noUndo.MarkNoActionNeeded'),
    initial: { point },
    fields: [pointField, { ...reason, optional: true }],
    send: async (values, revision, key) => {
      await send('/api/decisions/{id}/points/{n}/no-action', {
        path: { id: decision.id, n: values['point'] ?? '' },
        body: { ...(values['reason'] && { reason: values['reason'] }) },
        revision,
        key,
      });
      return { text: t('write.done.MarkNoActionNeeded'), detail: t('write.noUndo.MarkNoActionNeeded') };
    },
  };
  const confirm: Action = {
    code: 'ConfirmDecision',
    title: t('decisions.actions.ConfirmDecision'),
    note: t('write.noUndo.ConfirmDecision'),
    fields: [],
    send: async (_, revision, key) => {
      await send('/api/decisions/{id}/confirm', { path, body: {}, revision, key });
      return { text: t('write.done.ConfirmDecision'), detail: t('write.noUndo.ConfirmDecision') };
    },
  };
  const words: Values = {
    title: decision.title,
    ...Object.fromEntries(decision.points.map(({ number, text }) => [`p${String(number)}`, text])),
  };
  const wordFields: readonly Field[] = [
    { kind: 'line', name: 'title', label: t('decisions.titleField') },
    ...decision.points.map(({ number }): Field => ({
      kind: 'text',
      name: `p${String(number)}`,
      label: t('decisions.pointNumber', { number }),
    })),
  ];
  const worded = (values: Values) => ({
    title: values['title'] ?? '',
    points: decision.points.map(({ number, kinds }) => ({
      number,
      kinds: kinds.map(({ code }) => kindOf(code)),
      text: values[`p${String(number)}`] ?? '',
    })),
  });
  const correct: Action = {
    code: 'CorrectDecision',
    title: t('decisions.actions.CorrectDecision'),
    note: t('decisions.correctNote'),
    initial: words,
    now: words,
    fields: [...wordFields, reason],
    send: async (values, revision, key) => {
      const word = (to: Values, why: string, at: number, once?: string) =>
        send('/api/decisions/{id}/correct', {
          path,
          revision: at,
          key: once,
          body: { reason: why, ...worded(to) },
        });
      const written = await word(values, values['reason'] ?? '', revision, key);
      return {
        text: t('write.done.CorrectDecision'),
        undo: { run: () => word(words, t('write.undoReason'), written.revision) },
      };
    },
  };
  const amend: Action = {
    code: 'AmendDecision',
    title: t('decisions.actions.AmendDecision'),
    note: t('decisions.amendNote'),
    initial: words,
    now: words,
    fields: [
      ...wordFields,
      {
        kind: 'date',
        name: 'from',
        label: t('columns.effective'),
        optional: true,
        hint: t('decisions.fromHint'),
      },
      reason,
    ],
    send: async (values, revision, key) => {
      await send('/api/decisions/{id}/amend', {
        path,
        revision,
        key,
        body: {
          reason: values['reason'] ?? '',
          ...worded(values),
          ...(values['from'] && { effectiveFrom: values['from'] }),
        },
      });
      return { text: t('write.done.AmendDecision'), detail: t('write.noUndo.AmendDecision') };
    },
  };
  const later = useGet('/api/decisions', {
    query: { body: decision.body.id, limit: 200 },
    enabled: decision.state.code === 'confirmed',
  });
  const supersede: Action = {
    code: 'SupersedeDecision',
    title: t('decisions.actions.SupersedeDecision'),
    fields: [
      {
        kind: 'select',
        name: 'by',
        label: t('decisions.by'),
        hint: t('decisions.byHint'),
        options: (later.data?.items ?? [])
          .filter(
            ({ id, takenOn, state }) =>
              id !== decision.id &&
              takenOn >= decision.takenOn &&
              (state.code === 'recorded' || state.code === 'confirmed'),
          )
          .map(({ id, title, takenOn }) => [id, `${longDate(takenOn, language)}: ${title}`]),
      },
      { ...reason, optional: true },
    ],
    send: async (values, revision, key) => {
      await send('/api/decisions/{id}/supersede', {
        path,
        body: { by: values['by'] ?? '', ...(values['reason'] && { reason: values['reason'] }) },
        revision,
        key,
      });
      return { text: t('write.done.SupersedeDecision'), detail: t('write.noUndo.RevokeDecision') };
    },
  };
  const revoke: Action = {
    code: 'RevokeDecision',
    title: t('decisions.actions.RevokeDecision'),
    note: t('write.noUndo.RevokeDecision'),
    fields: [reason],
    send: async (values, revision, key) => {
      await send('/api/decisions/{id}/revoke', {
        path,
        body: { reason: values['reason'] ?? '' },
        revision,
        key,
      });
      return { text: t('write.done.RevokeDecision'), detail: t('write.noUndo.RevokeDecision') };
    },
  };
  return { give, noAction, confirm, correct, amend, supersede, revoke };
}
