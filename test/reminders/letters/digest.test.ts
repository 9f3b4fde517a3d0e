import { describe, expect, it } from '@jest/globals';
import type { Desk } from '../../../src/reminders/letter.js';
import { compose } from '../../../src/reminders/letters/compose.js';
import { due, establishBody, Story } from '../../support/story.js';

/** An assignment of 2 February 2026 that is to be heard on 19 March, and a secretary. */
function begun(): Story {
  const story = new Story();
  establishBody(story);
  story.tell(
    'assignment-a',
    {
      type: 'AssignmentGiven',
      data: {
        body: 'sra',
        title: 'Plan för vård i hemmet',
        kind: 'assignment',
        responsible: ['r-kom'],
        deadline: due('senast den 31 mars 2026', '2026-02-02'),
        deliverables: [],
        preconditions: [],
        recipient: 'sra',
      },
    },
    { on: '2026-02-02' },
  );
  story.tell('assignment-a', { type: 'AssignmentAcknowledged', data: {} }, { on: '2026-02-03' });
  return story;
}

function digestOn(story: Story, day: string): string | undefined {
  const desk: Desk = {
    models: { db: story.db },
    log: story.log,
    baseUrl: 'https://logg.example',
    timeZone: 'Europe/Stockholm',
    linkSecret: 'the-secret-of-the-letters-is-long-enough',
  };
  const recipient = { person: 'u-sek', name: 'Ylva', email: 'ylva@rna.example', language: 'sv' } as const;
  return compose({ id: 'd', kind: 'digest', day, recipient, items: [], about: 'sra' }, desk)?.text;
}

describe('the letter to the secretary on Mondays', () => {
  it('comes when something goes out that week, and says to whom', () => {
    const story = begun();
    const text = digestOn(story, '2026-03-02');
    expect(text).toContain('Brev som skickas den här veckan');
    expect(text).toContain('5 mars 2026: Plan för vård i hemmet');
    expect(text).toContain('Till Kommunsams direktör.');
    expect(digestOn(story, '2026-02-23')).toBeUndefined();
  });

  it('tells once that a time has passed, and keeps it on the list when there is more to tell', () => {
    const story = begun();
    expect(digestOn(story, '2026-04-06')).toContain('Fristen gick ut den 31 mars 2026.');
    expect(digestOn(story, '2026-04-20')).toBeUndefined();
    story.tell('assignment-a', { type: 'WrongAssigneeReported', data: {} }, { on: '2026-04-22' });
    const text = digestOn(story, '2026-04-27');
    expect(text).toMatch(/Säger att det är fel mottagare[\s\S]*Anmält den 22 april 2026\.[\s\S]*Försenat/);
  });

  it('says which letters did not arrive, and why', () => {
    const story = begun();
    const item = {
      assignment: 'a',
      rung: 'beforeMeeting-42',
      statement: 0,
      role: 'r-kom',
      on: '2026-02-05',
      capacity: 'holder',
      to: ['u-orjan'],
    } as const;
    const stream = 'letter-2026-02-05.u-orjan';
    const on = { on: '2026-02-05' };
    story.tell(
      stream,
      {
        type: 'LetterClaimed',
        data: {
          kind: 'reminder',
          person: 'u-orjan',
          day: '2026-02-05',
          items: [item],
          worker: 'w',
          until: '2026-02-05T08:00:00.000Z',
        },
      },
      on,
    );
    story.tell(
      stream,
      { type: 'LetterRefused', data: { permanent: true, code: 550, why: 'badAddress' } },
      on,
    );
    expect(digestOn(story, '2026-02-09')).toMatch(
      /Kom inte fram[\s\S]*Plan för vård i hemmet: Kommunsams direktör[\s\S]*5 februari 2026 kom inte fram: adressen är fel/,
    );
  });
});
