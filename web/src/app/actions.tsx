import { useState } from 'react';
import { Dialog } from './dialog';
import { useAddress } from './place';
import type { Done } from './done';
import { type Field, type Values, WriteForm } from './write';

/** Something that can be done to what a page is about, and what one must say to do it. */
export interface Action {
  readonly code: string;
  readonly title: string;
  readonly fields: readonly Field[];
  readonly initial?: Values;
  /** What is written to, when that is not what the page is about. */
  readonly subject?: { readonly kind: 'reminder'; readonly id: string; readonly revision: number };
  readonly send: (values: Values, revision: number, key: string) => Promise<Done>;
}

interface ActionsProps {
  readonly actions: readonly Action[];
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
  /** Whether the first is what one mostly comes for. */
  readonly leading?: boolean;
}

/** A button for each action; the form of one of them opens in a dialog. */
export function Actions({ actions, kind, subject, opened, hints = [], leading = false }: ActionsProps) {
  const [params, change] = useAddress();
  const [chosen, choose] = useState<string>();
  const code = chosen ?? opened ?? params.get('steg');
  const action = actions.find((one) => one.code === code);
  const close = (): void => {
    choose(undefined);
    change(Object.fromEntries(['steg', ...hints].map((name) => [name, undefined])));
  };
  return (
    <div className="actions">
      {actions.map((one, at) => (
        <button
          key={one.code}
          type="button"
          className={leading && at === 0 ? 'primary' : undefined}
          onClick={() => choose(one.code)}
        >
          {one.title}
        </button>
      ))}
      {action && (
        <Dialog title={action.title} onClose={close}>
          <WriteForm
            key={[action.code, ...hints.map((name) => params.get(name) ?? '')].join(' ')}
            draft={`${action.code}:${subject.id}`}
            fields={action.fields}
            initial={action.initial}
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
