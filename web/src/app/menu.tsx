import { type ReactNode, useEffect, useRef } from 'react';

/** Something small that opens under a button, and closes by Escape, when another opens, or when one goes elsewhere. */
export function Menu({
  className,
  summary,
  children,
}: {
  readonly className: string;
  readonly summary: ReactNode;
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
  return (
    <details
      name="menu"
      className={`menu ${className}`}
      ref={details}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && details.current) {
          details.current.open = false;
          details.current.querySelector('summary')?.focus();
        }
      }}
    >
      <summary>{summary}</summary>
      <div className="menu-panel">{children}</div>
    </details>
  );
}
