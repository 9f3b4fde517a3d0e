import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog';
import { Menu } from './menu';
import { useAddress } from './place';
import type { Done } from './done';
import { type Field, type Values, WriteForm } from './write';

/** Something that can be done to what a page is about, and what one must say to do it. */
export interface Action {
  readonly code: string;
  readonly title: string;
  readonly fields: readonly Field[];
  readonly initial?: Values;
  /** Read before one writes: what it is for, and what cannot be taken back. */
  readonly note?: string;
  /** What stands there now in the same fields, to be seen beside what was written when somebody else came first. */
  readonly now?: Values;
  /** What is written to, when that is not what the page is about. */
  readonly subject?: { readonly kind: 'reminder'; readonly id: string; readonly revision: number };
  readonly send: (values: Values, revision: number, key: string) => Promise<Done>;
}

interface ActionsProps {
  /** What is to be done next as things stand. */
  readonly next?: Action;
  /** What else can be done, what one mostly comes for first. */
  readonly others: readonly Action[];
  /** Stands first: the next step, when that is no form. */
  readonly first?: ReactNode;
  readonly kind: 'assignment' | 'decision' | 'meeting';
  readonly subject: {
    readonly id: string;
    readonly revision: number;
    readonly body: { readonly id: string };
  };
  /** The code of the action that the address opens; `steg` unless told otherwise. */
  readonly opened?: string;
  /** What else in the address says how the form begins; forgotten when it is closed. */
  readonly hints?: readonly string[];
}

/** What the draft of a form is about: what is done, to what, and what the address says of how it begins. */
export const formOf = (code: string, id: string, hints: readonly string[] = []): string =>
  [code, id, ...hints].join(' ');

/** How many stand beside the next step; the rest are in a menu. */
const beside = 2;

/** A button for the next step, two beside it and a menu of the rest; the form of one of them opens in a dialog. */
export function Actions({ next, others, first, kind, subject, opened, hints = [] }: ActionsProps) {
  const { t } = useTranslation();
  const [params, change] = useAddress();
  const code = opened ?? params.get('steg');
  // A form stays while one writes in it, also when somebody else does what makes it one too many.
  const kept = useRef<Action>(undefined);
  kept.current =
    [...(next ? [next] : []), ...others].find((one) => one.code === code) ??
    (kept.current?.code === code ? kept.current : undefined);
  const action = kept.current;
  const form = formOf(
    code ?? '',
    subject.id,
    hints.map((name) => params.get(name) ?? ''),
  );
  const close = (): void => {
    change(Object.fromEntries(['steg', ...hints].map((name) => [name, undefined])));
  };
  const button = (one: Action, className?: string): ReactNode => (
    <button key={one.code} type="button" className={className} onClick={() => change({ steg: one.code })}>
      {one.title}
    </button>
  );
  const rest = others.slice(beside);
  if (!next && !first && !action && others.length === 0) return null;
  return (
    <div className="actions">
      {first}
      {next && button(next, 'primary')}
      {others.slice(0, beside).map((one) => button(one))}
      {rest.length > 0 && (
        <Menu className="further" summary={t('app.further')} list>
          {rest.map((one) => button(one, 'quiet'))}
        </Menu>
      )}
      {action && (
        <Dialog title={action.title} onClose={close}>
          <WriteForm
            key={form}
            draft={form}
            fields={action.fields}
            initial={action.initial}
            now={action.now}
            note={action.note !== undefined && <p className="hint">{action.note}</p>}
            submit={action.title}
            subject={action.subject ?? { kind, id: subject.id }}
            revision={(action.subject ?? subject).revision}
            body={subject.body.id}
            send={action.send}
            onDone={close}
            onCancel={close}
          />
        </Dialog>
      )}
    </div>
  );
}
