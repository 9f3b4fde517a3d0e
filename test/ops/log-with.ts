import { LocalLog, type Write } from '../../src/event-store/local-log.js';
import type { HistoryStep } from '../support/histories.js';

/** Writes a history into a log file of its own, as it happened. Answers how many events can be read in it. */
export function logWith(path: string, steps: readonly HistoryStep[]): number {
  const log = LocalLog.open(path, { mode: 'authority' });
  const writes: Write[] = [];
  const append = (): void => {
    if (writes.length > 0) log.appendAll(writes.splice(0));
  };
  try {
    for (const step of steps) {
      if (step.kind === 'event')
        writes.push({ stream: step.event.stream, events: [step.event], expected: 'any' });
      else {
        append();
        log.eraseStream(step.stream);
      }
    }
    append();
    return log.count();
  } finally {
    log.close();
  }
}
