import { isLocalDate } from '../../domain/calendar.js';
import type { DueWindow } from '../../domain/due-window.js';
import type { Language } from '../../domain/person/events.js';
import { formatDate, formatWindow } from '../../domain/swedish-dates.js';
import type { FieldChange } from '../../projections/as-of.js';
import { own } from '../../projections/describe/kit.js';
import type { Names } from '../../projections/names.js';
import { words } from '../../projections/words.js';
import type { Texts } from '../language.js';
import { AnyShown, MaybeShown, Shown } from './shown.js';

/** One field that differs, with what stood there and what stands there, for programs and for people. */
export class FieldChangeView {
  @Shown({ about: 'The path of the field.', example: 'deadline' })
  readonly field: string;

  @Shown({ example: 'frist' })
  readonly label: string;

  @AnyShown({ about: 'What stood there; missing when there was nothing.' })
  readonly from?: unknown;

  @AnyShown({ about: 'What stands there; missing when there is nothing.' })
  readonly to?: unknown;

  @MaybeShown({ example: '4 juni 2026' })
  readonly fromText?: string;

  @MaybeShown({ example: '1 september 2026' })
  readonly toText?: string;
}

const labels: Readonly<Record<string, Texts | undefined>> = {
  title: { sv: 'rubrik', en: 'title' },
  body: { sv: 'organ', en: 'body' },
  kind: { sv: 'slag', en: 'kind' },
  phase: { sv: 'läge', en: 'state' },
  open: { sv: 'väntas på', en: 'waited for' },
  responsible: { sv: 'ansvariga', en: 'responsible' },
  recipient: { sv: 'mottagare', en: 'recipient' },
  decision: { sv: 'beslut', en: 'decision' },
  point: { sv: 'beslutspunkt', en: 'point' },
  matter: { sv: 'ärende', en: 'matter' },
  givenOn: { sv: 'givet', en: 'given' },
  statedOn: { sv: 'fristen angiven', en: 'deadline stated' },
  deadline: { sv: 'frist', en: 'deadline' },
  firstDeadline: { sv: 'första frist', en: 'first deadline' },
  window: { sv: 'frist', en: 'deadline' },
  firstWindow: { sv: 'första frist', en: 'first deadline' },
  moves: { sv: 'antal flyttar', en: 'times moved' },
  deliverables: { sv: 'deluppdrag', en: 'deliverable' },
  preconditions: { sv: 'förutsättning', en: 'precondition' },
  reportedOn: { sv: 'slutredovisat', en: 'finally reported' },
  disputedOn: { sv: 'sagt inte vara rätt mottagare', en: 'said to be somebody else’s' },
  assignmentKind: { sv: 'slag', en: 'kind' },
  lastReport: { sv: 'senaste rapport', en: 'last report' },
  lastWord: { sv: 'senast hört', en: 'last heard' },
  disputed: { sv: 'fel mottagare', en: 'wrong assignee' },
  supplement: { sv: 'begärd komplettering', en: 'supplement asked for' },
  outcome: { sv: 'utfall', en: 'outcome' },
  closedOn: { sv: 'avslutat', en: 'closed' },
  replaces: { sv: 'ersätter', en: 'replaces' },
  replacedBy: { sv: 'ersatt av', en: 'replaced by' },
  label: { sv: 'delmål', en: 'milestone' },
  text: { sv: 'text', en: 'text' },
  result: { sv: 'resultat', en: 'result' },
  why: { sv: 'skäl', en: 'reason' },
  report: { sv: 'redovisning', en: 'report' },
  met: { sv: 'uppfylld', en: 'met' },
  form: { sv: 'form', en: 'form' },
};

const codes: Readonly<Record<string, Readonly<Record<string, Texts | undefined>> | undefined>> = {
  phase: { ...words.milestonePhase, ...words.assignmentPhase },
  kind: words.assignmentKind,
  assignmentKind: words.assignmentKind,
  outcome: words.outcome,
  result: words.deliverableResult,
  form: words.meetingKind,
  status: { ...words.progress, ...words.deliverableResult, final: words.assignmentPhase.finallyReported },
};

/** `body` is the one whose roles are meant. */
export function fieldChangeView(
  { field, from, to }: FieldChange,
  body: string,
  names: Names,
  language: Language,
): FieldChangeView {
  const path = field.split('/');
  const name = path.at(-1) ?? field;
  const readable = (value: unknown) => readableValue(name, value, body, names, language);
  const [before, after] = [unlessEmpty(from), unlessEmpty(to)];
  return {
    field,
    label: labelOf(path, language),
    from: before,
    to: after,
    fromText: readable(before),
    toText: readable(after),
  };
}

/** What a state holds before anything was said is nothing. */
function unlessEmpty(value: unknown): unknown {
  if (value === '' || (Array.isArray(value) && value.length === 0)) return undefined;
  if (typeof value === 'object' && value !== null && isWindow(value) && value.original === '')
    return undefined;
  return value;
}

function labelOf(path: readonly string[], language: Language): string {
  const [first = '', ...rest] = path;
  const last = rest.at(-1);
  const label = labels[first]?.[language] ?? first;
  const inner = rest.length > 1 && last !== undefined ? labels[last]?.[language] : undefined;
  return inner === undefined ? label : `${label}: ${inner}`;
}

function readableValue(
  name: string,
  value: unknown,
  body: string,
  names: Names,
  language: Language,
): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'boolean') return yesNo[value ? 'yes' : 'no'][language];
  if (typeof value === 'number') return value.toString();
  if (typeof value === 'string')
    return (
      codes[name]?.[value]?.[language] ??
      (isLocalDate(value)
        ? formatDate(value, language)
        : own(named(name, value, body, names) ?? value, language))
    );
  if (Array.isArray(value))
    return value
      .map((item) => readableValue(name, item, body, names, language))
      .filter((text) => text !== undefined)
      .join(', ');
  if (isWindow(value)) {
    const meaning = formatWindow(value, language);
    const { original } = value;
    if (original === '' || formatWindow(value, 'sv') === original || meaning.startsWith(`${original} (`))
      return meaning;
    return `${own(original, language)} (${/\((.*)\)$/u.exec(meaning)?.[1] ?? meaning})`;
  }
  const { status, text } = value as { readonly status?: unknown; readonly text?: unknown };
  const said = readableValue('status', status, body, names, language);
  const words = typeof text === 'string' && text !== '' ? own(text, language) : undefined;
  return [said, words].filter((part) => part !== undefined).join(': ') || undefined;
}

const yesNo = { yes: { sv: 'ja', en: 'yes' }, no: { sv: 'nej', en: 'no' } } as const;

function named(name: string, id: string, body: string, names: Names): string | undefined {
  switch (name) {
    case 'responsible':
      return names.role(body, id);
    case 'recipient':
    case 'body':
      return names.body(id);
    case 'decision':
      return names.decision(id);
    case 'matter':
      return names.matter(id);
    case 'replaces':
    case 'replacedBy':
      return names.assignment(id);
    default:
      return undefined;
  }
}

const isWindow = (value: object): value is DueWindow =>
  'original' in value && 'kind' in value && 'precision' in value;
