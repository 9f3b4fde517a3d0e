export {};

/** What was sent is shown first: to read and run the rest takes the processor that painting needs. */
const shown = (): Promise<unknown> =>
  new Promise((resolve) => {
    if (document.hidden || !document.getElementById('app')?.hasChildNodes()) resolve(undefined);
    else requestAnimationFrame(() => setTimeout(resolve));
  });

await shown();
const { begin } = await import('./main');
await begin();
