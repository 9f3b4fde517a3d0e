import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

/**
 * Something small that opens under a button, and closes by Escape, when another opens, or when one goes elsewhere. As a `list` of
 * buttons it is walked with the arrows, and closes when one is pressed.
 */
export function Menu({
  className,
  summary,
  list = false,
  children,
}: {
  readonly className: string;
  readonly summary: ReactNode;
  readonly list?: boolean;
  readonly children: ReactNode;
}) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const away = (event: Event): void => {
      const { current } = details;
      if (current?.open && !(event.target instanceof Node && current.contains(event.target)))
        current.open = false;
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('focusin', away);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('focusin', away);
    };
  }, []);
  const shut = (): void => {
    const { current } = details;
    if (!current) return;
    current.open = false;
    current.querySelector('summary')?.focus();
  };
  const walk = (event: KeyboardEvent): void => {
    const { current } = details;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!current || step === undefined) return;
    event.preventDefault();
    current.open = true;
    const items = [...current.querySelectorAll('button')];
    const at = items.findIndex((item) => item === document.activeElement);
    items.at(at === -1 && step < 0 ? -1 : (at + step) % items.length)?.focus();
  };
  return (
    <details
      name="menu"
      className={`menu ${className}`}
      ref={details}
      onKeyDown={(event) => {
        if (event.key === 'Escape') shut();
        else if (list) walk(event);
      }}
    >
      <summary>{summary}</summary>
      <div className="menu-panel" onClick={list ? shut : undefined}>
        {children}
      </div>
    </details>
  );
}
