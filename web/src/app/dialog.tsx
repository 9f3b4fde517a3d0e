import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useInBrowser } from './in-browser';

/** A window over the page: the browser's own dialog, which keeps the keyboard inside and gives focus back. */
export function Dialog(props: DialogProps) {
  return useInBrowser() ? <Open {...props} /> : null;
}

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}

function Open({ title, onClose, className = '', children }: DialogProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    if (current && !current.open) current.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      aria-label={title}
      onClose={onClose}
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
