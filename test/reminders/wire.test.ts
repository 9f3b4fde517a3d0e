import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { Desk, Mail } from '../../src/reminders/letter.js';
import { compose } from '../../src/reminders/letters/compose.js';
import { SmtpMailer } from '../../src/reminders/smtp.js';
import { due, establishBody, Story } from '../support/story.js';

describe('a letter on the wire', () => {
  const received: Buffer[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push(Buffer.concat(chunks));
        done();
      });
    },
  });
  let mailer: SmtpMailer;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    mailer = new SmtpMailer({
      url: `smtp://127.0.0.1:${port.toString()}`,
      from: 'Beslutsloggen <logg@logg.example>',
    });
  });
  afterAll(async () => {
    mailer.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  /** The letter about an assignment with this title to somebody with this name. */
  function letterOf(title: string, name: string): Mail {
    const story = new Story();
    establishBody(story);
    story.tell(
      'assignment-a',
      {
        type: 'AssignmentGiven',
        data: {
          body: 'sra',
          title,
          kind: 'assignment',
          responsible: ['r-dir'],
          deadline: due('senast i juni 2026', '2025-11-13'),
          deliverables: [],
          preconditions: [],
          recipient: 'sra',
        },
      },
      { on: '2025-11-13' },
    );
    const desk: Desk = {
      models: { db: story.db },
      log: story.log,
      baseUrl: 'https://logg.example',
      timeZone: 'Europe/Stockholm',
      linkSecret: 'the-secret-of-the-letters-is-long-enough',
    };
    const mail = compose(
      {
        id: '2025-11-14.p1',
        kind: 'reminder',
        day: '2025-11-14',
        recipient: { person: 'p1', name, email: 'p1@rna.example', language: 'sv' },
        items: [
          {
            assignment: 'a',
            rung: 'received',
            statement: 0,
            role: 'r-dir',
            on: '2025-11-14',
            capacity: 'holder',
            to: ['p1'],
          },
        ],
      },
      desk,
    );
    if (!mail) throw new Error('nothing was written');
    return mail;
  }

  async function read(mail: Mail): Promise<Email> {
    const outcome = await mailer.send({ to: mail.to.address }, async () => mail);
    expect(outcome.kind).toBe('accepted');
    const last = received.at(-1);
    if (!last) throw new Error('nothing arrived');
    return PostalMime.parse(last);
  }

  it('reads back whole: text, HTML, calendar and the headers that mail programs go by', async () => {
    const mail = letterOf('Plan för vård i hemmet', 'Åsa Öberg');
    const found = await read(mail);
    expect(found.subject).toBe('Uppdrag från SRÄ: Plan för vård i hemmet');
    expect(found.to).toEqual([{ name: 'Åsa Öberg', address: 'p1@rna.example' }]);
    expect(found.messageId).toBe('<2025-11-14.p1@logg.example>');
    expect(found.references).toBe('<uppdrag-a@logg.example>');
    expect(found.text?.replace(/\r\n/g, '\n').trim()).toBe(mail.text.trim());
    expect(found.html?.replace(/\r\n/g, '\n').trim()).toBe(mail.html.trim());
    const headers = new Map(found.headers.map(({ key, value }) => [key, value]));
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    const calendar = found.attachments.find(
      ({ mimeType }) => mimeType.includes('calendar') || mimeType.includes('ics'),
    );
    expect(calendar).toBeDefined();
  });

  it('has no header more, whatever stands in a title or a name', async () => {
    const names = (mail: Email) => mail.headers.map(({ key }) => key).sort();
    const expected = names(await read(letterOf('a', 'b')));
    const odd = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }),
      fc.constantFrom(
        'a\r\nBcc: x@y.example',
        'a\nX-Evil: 1',
        'a\rX-Evil: 1\r\n\r\nbody',
        '\u0000\u2028Bcc: x@y.example',
        'x@y.example>, <z@y.example',
        '"a" <x@y.example>',
        '=?utf-8?Q?=0D=0ABcc:_x@y.example?=',
      ),
    );
    await fc.assert(
      fc.asyncProperty(odd, odd, async (title, name) => {
        const found = await read(letterOf(title, name));
        expect(names(found)).toEqual(expected);
        expect(found.to?.map(({ address }) => address)).toEqual(['p1@rna.example']);
        expect(found.bcc ?? []).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
