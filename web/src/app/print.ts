import { useEffect } from 'react';

type Ready = () => Promise<unknown>;
const waiting = new Set<Ready>();

/** What is to be done before the page is printed with its button. */
export function useBeforePrint(ready: Ready): void {
  useEffect(() => {
    waiting.add(ready);
    return () => {
      waiting.delete(ready);
    };
  }, [ready]);
}

/** Prints the page when all that is to be on the paper has been drawn. */
export async function printPage(): Promise<void> {
  await Promise.all([...waiting].map((ready) => ready()));
  await new Promise((drawn) => setTimeout(drawn));
  window.print();
}
