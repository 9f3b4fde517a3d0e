import { useTranslation } from 'react-i18next';
import { type Schemas, send, useGet } from '../../api/client';
import { type Action, Actions } from '../../app/actions';
import { useAddress, usePast, useRoles } from '../../app/place';
import type { Field } from '../../app/write';

type Decision = Schemas['DecisionView'];

/** What can be done to a decision by whoever keeps the log. */
export function DecisionActions({ decision }: { readonly decision: Decision }) {
  const past = usePast();
  const [role] = useRoles();
  const [params] = useAddress();
  const actions = useActions(decision, params.get('punkt') ?? '');
  if (past || (role !== 'secretary' && role !== 'chair')) return null;
  return <Actions actions={actions} kind="decision" subject={decision} hints={['punkt']} />;
}

function useActions(decision: Decision, point: string): readonly Action[] {
  const { t } = useTranslation();
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
    fields: [],
    send: async (_, revision, key) => {
      await send('/api/decisions/{id}/confirm', { path, body: {}, revision, key });
      return { text: t('write.done.ConfirmDecision'), detail: t('write.noUndo.ConfirmDecision') };
    },
  };
  const correct: Action = {
    code: 'CorrectDecision',
    title: t('decisions.actions.CorrectDecision'),
    initial: {
      title: decision.title,
      ...Object.fromEntries(decision.points.map(({ number, text }) => [`p${String(number)}`, text])),
    },
    fields: [
      { kind: 'line', name: 'title', label: t('decisions.titleField') },
      ...decision.points.map(({ number }): Field => ({
        kind: 'text',
        name: `p${String(number)}`,
        label: `${t('decisions.point')} ${String(number)}`,
      })),
      reason,
    ],
    send: async (values, revision, key) => {
      const word = (
        title: string,
        points: readonly { readonly number: number; readonly text: string }[],
        why: string,
        at: number,
        once?: string,
      ) =>
        send('/api/decisions/{id}/correct', {
          path,
          revision: at,
          key: once,
          body: {
            reason: why,
            title,
            points: decision.points.map(({ number, kinds }) => ({
              number,
              kinds: kinds.map(({ code }) => code as Schemas['NumberedPointDto']['kinds'][number]),
              text: points.find((one) => one.number === number)?.text ?? '',
            })),
          },
        });
      const written = await word(
        values['title'] ?? '',
        decision.points.map(({ number }) => ({ number, text: values[`p${String(number)}`] ?? '' })),
        values['reason'] ?? '',
        revision,
        key,
      );
      return {
        text: t('write.done.CorrectDecision'),
        undo: { run: () => word(decision.title, decision.points, t('write.undoReason'), written.revision) },
      };
    },
  };
  const revoke: Action = {
    code: 'RevokeDecision',
    title: t('decisions.actions.RevokeDecision'),
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
  const standing = decision.state.code === 'recorded' || decision.state.code === 'confirmed';
  if (!standing) return [];
  return [give, noAction, decision.state.code === 'recorded' ? confirm : revoke, correct];
}
