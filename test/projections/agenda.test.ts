import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadDemo } from '../../src/cli/demo.js';
import { SystemClock } from '../../src/clock.js';
import { SqliteEventStore } from '../../src/event-store/sqlite.js';
import { agendaDraft, agendaWhy } from '../../src/projections/agenda.js';
import type { Db } from '../../src/projections/projection.js';
import { modelsOf, takeAll } from '../support/tables.js';

describe('the draft of an agenda, in the demo on 5 June 2026', () => {
  let store: SqliteEventStore;
  let db: Db;

  beforeAll(async () => {
    store = SqliteEventStore.open(':memory:');
    await loadDemo({ store, log: store.log, clock: new SystemClock('Europe/Stockholm') });
    const runner = modelsOf(store.log);
    takeAll(runner);
    db = runner.db;
  });
  afterAll(() => store.close());

  const draft = (meeting: string, today: string): string[] =>
    agendaDraft(db, meeting, today).map(({ reason, subject, since }) =>
      [reason, subject.id, subject.milestone, since].filter((part) => part !== undefined).join(' '),
    );

  it('has what is expected, late, reported, promised or decided in between, each with its reason', () => {
    expect(draft('sra-2026-09-24', '2026-06-08')).toMatchInlineSnapshot(`
     [
       "perCapsulam sra-2025-10-16 2025-10-16",
       "reported remissammanstallning 2026-05-12",
       "expected avtal-lagesrapport 2026-09-24",
       "late halsodata-pm 2026-05-29",
       "late journalatkomst 2026-05-31",
       "missed barn-kartlaggning 2026-06-04",
       "missed uppfoljning-plan 2026-06-04",
       "missed nattbemanning 2026-06-04",
       "review beslutslogg-modell 2025-11-13",
       "review forsorjningsavtal 2025-11-13",
       "commitment dagarna-information 2025-11-13",
     ]
    `);
  });

  it('takes up what reminders have not helped with, as time goes on', () => {
    expect(draft('sra-2026-09-24', '2026-09-14')).toMatchInlineSnapshot(`
     [
       "perCapsulam sra-2025-10-16 2025-10-16",
       "reported remissammanstallning 2026-05-12",
       "expected avtal-lagesrapport 2026-09-24",
       "escalated halsodata-pm 2026-05-29",
       "escalated journalatkomst 2026-05-31",
       "escalated utbildningsdag 2026-06-26",
       "escalated barn-kartlaggning 2026-06-30",
       "escalated uppfoljning-plan 2026-06-30",
       "late lokaler-utbildning 2026-09-04",
       "missed nattbemanning 2026-06-04",
       "review beslutslogg-modell 2025-11-13",
       "review forsorjningsavtal 2025-11-13",
       "commitment dagarna-information 2025-11-13",
     ]
    `);
  });

  it('is empty for a meeting that is held, and for a decision per capsulam', () => {
    expect(draft('sra-2026-03-19', '2026-06-08')).toEqual([]);
    expect(draft('sra-2026-09-01', '2026-06-08')).toEqual([]);
  });

  it('says why in both languages, in the words of the minutes', () => {
    const plan = agendaDraft(db, 'sra-2026-09-24', '2026-06-08').find(
      ({ subject }) => subject.id === 'uppfoljning-plan',
    );
    expect(plan && [agendaWhy(plan, 'sv'), agendaWhy(plan, 'en')]).toMatchInlineSnapshot(`
     [
       "Väntades på mötet den 4 juni 2026, men är inte slutredovisat. Fristen angavs som ”senast i juni 2026 – efter dialog med den länsgemensamma arbetsgruppen”.",
       "Was expected at the meeting of 4 June 2026, but no final report has come. The deadline was given as “senast i juni 2026 – efter dialog med den länsgemensamma arbetsgruppen”.",
     ]
    `);
  });
});
