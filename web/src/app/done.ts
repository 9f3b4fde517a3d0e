import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { tell, tellFault } from './notices';

/** How something done is taken back: by a new fact, both are kept. */
export interface Undo {
  readonly run: () => Promise<unknown>;
}

/** What is shown when something is done. Without `undo`, `detail` says what there is instead. */
export interface Done {
  readonly text: string;
  readonly detail?: string;
  readonly undo?: Undo;
}

/** Shows what was done, with a way to take it back, and fetches anew what is shown. */
export function useDone(): (done: Done) => Promise<void> {
  const { t } = useTranslation();
  const client = useQueryClient();
  return async ({ text, detail, undo }) => {
    await client.invalidateQueries();
    tell({
      text,
      detail,
      ...(undo && {
        action: {
          label: t('app.undo'),
          run: () => {
            undo
              .run()
              .then(() => client.invalidateQueries())
              .then(() => tell({ text: t('write.undone'), detail: t('write.bothKept') }))
              .catch((error: unknown) => tellFault(error, t));
          },
        },
      }),
    });
  };
}
