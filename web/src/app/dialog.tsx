import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useInBrowser } from './in-browser';

/** A window over the page: the browser's own dialog, which keeps the keyboard inside and gives focus back. */
export function Dialog(props: DialogProps) {
  return useInBrowser() ? <Open {...props} /> : null;
}

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function Open({ title, onClose, children }: DialogProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  // Closed before it is taken away, whatever took it away: only then does focus go back to where it was.
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => {
      current?.close();
      const at = document.activeElement;
      if (at === document.body || current?.contains(at)) document.getElementById('title')?.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-label={title}
      onClose={() => {
        if (dialog.current?.open === false) onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === dialog.current) dialog.current.close();
      }}
    >
      <div className="dialog-in">
        <h2>{title}</h2>
        {children}
        <button
          type="button"
          className="quiet dialog-close"
          aria-label={t('app.close')}
          onClick={() => dialog.current?.close()}
        >
          ×
        </button>
      </div>
    </dialog>
  );
}
