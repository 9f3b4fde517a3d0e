import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ListedMail, mailLines, mailsOfStory } from '../../src/cli/demo-mails.js';
import { openParts, type Parts } from '../../src/parts.js';

const golden = new URL('mails.txt', import.meta.url);

describe('the mails of the story, from November 2025 to September 2026', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'beslutslogg-mails-'));
  let parts: Parts;
  let mails: ListedMail[];
  const troubles: string[] = [];

  beforeAll(async () => {
    parts = await openParts(
      {
        role: 'all',
        port: 0,
        host: '127.0.0.1',
        dataDir,
        eventStore: 'sqlite',
        baseUrl: 'http://localhost:3000',
        mailFrom: 'logg@logg.example',
        timeZone: 'Europe/Stockholm',
        tokens: [],
        demo: true,
        production: false,
        logLevel: 'silent',
      },
      {
        onTrouble: (message) => troubles.push(message),
        onFailure: (error) => {
          throw error;
        },
      },
    );
    mails = await mailsOfStory(parts);
  });
  afterAll(async () => {
    await parts.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('are those a thoughtful secretary would have sent, and no others', () => {
    if (process.env['WRITE_MAILS'] === '1') writeFileSync(golden, `${mailLines(mails)}\n`);
    expect(`${mailLines(mails)}\n`).toBe(readFileSync(golden, 'utf8'));
    expect(troubles).toEqual([]);
  });

  it('come to nobody more than once a day, on working days', () => {
    const perDay = mails
      .filter(({ why }) => !/^(digest|brief) /.test(why))
      .map(({ date, recipient }) => `${date} ${recipient}`);
    expect(new Set(perDay).size).toBe(perDay.length);
    for (const { date } of mails) expect([0, 6]).not.toContain(new Date(date).getUTCDay());
  });

  it('never speak of 4 June once the move was known', () => {
    const bodies = parts.outbox?.list({ limit: 200 }).items ?? [];
    const later = bodies.filter(({ at }) => at > '2026-06-05T07:21:00.000Z');
    expect(later.length).toBeGreaterThan(0);
    for (const { mail } of later)
      expect(mail).not.toMatch(/till mötet (den )?4 juni|ställningstagande[^"]*4 juni/i);
  });
});
