import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { Mail } from '../../src/reminders/letter.js';
import { SmtpMailer } from '../../src/reminders/smtp.js';

const mail: Mail = {
  messageId: '<2026-04-23.asa@example.se>',
  to: { name: 'Åsa Öbom', address: 'asa@example.se' },
  replyTo: { name: 'Sekreteraren', address: 'sekr@example.se' },
  subject: 'Uppdrag från SRÄ: Återkomma med förslag',
  text: 'Hej!\n.\nSlut',
  html: '<p>Hej!</p>',
  language: 'sv',
  references: ['<uppdrag-a@example.se>'],
  headers: { 'Auto-Submitted': 'auto-generated' },
  calendar: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
};
const envelope = { to: 'asa@example.se', id: '2026-04-23.asa', person: 'asa' };
const open: { close(): unknown }[] = [];
const got: string[] = [];

type Answer = Error | undefined | 'drop' | 'silent';

/** A mail server that answers the recipient and the text as it is told. */
async function server(
  options: { readonly recipient?: Error; readonly text?: () => Answer } = {},
): Promise<SmtpMailer> {
  const settings: SMTPServerOptions = {
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_, __, done) => {
      done(options.recipient);
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const answer = options.text?.();
        if (answer === 'drop') {
          for (const connection of smtp.connections as Set<{ session: unknown; close(): void }>)
            if (connection.session === session) connection.close();
        } else if (answer !== 'silent') {
          if (!answer) got.push(Buffer.concat(parts).toString('utf8'));
          done(answer);
        }
      });
    },
  };
  const smtp = new SMTPServer(settings);
  smtp.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    smtp.listen(0, '127.0.0.1', resolve);
  });
  const { port } = smtp.server.address() as AddressInfo;
  const mailer = new SmtpMailer({
    url: `smtp://127.0.0.1:${port.toString()}`,
    from: 'Beslutslogg <log@example.se>',
    connectMs: 500,
    silentMs: 500,
  });
  open.push(mailer, smtp);
  return mailer;
}

const refusal = (code: number): Error => Object.assign(new Error('no'), { responseCode: code });

afterEach(() => {
  for (const one of open.splice(0)) one.close();
  got.splice(0);
});

describe('mail over SMTP', () => {
  it('arrives whole, several over one connection', async () => {
    const mailer = await server();
    for (let nth = 0; nth < 3; nth++)
      expect(await mailer.send(envelope, () => Promise.resolve(mail))).toEqual({
        kind: 'accepted',
        code: 250,
      });
    expect(got).toHaveLength(3);
    const read = await PostalMime.parse(got[0] ?? '');
    expect(read).toMatchObject({
      messageId: mail.messageId,
      subject: mail.subject,
      references: '<uppdrag-a@example.se>',
      to: [mail.to],
      replyTo: [mail.replyTo],
    });
    expect(read.text?.trim()).toBe(mail.text);
    expect(read.headers).toContainEqual(
      expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
    );
  });

  it('is asked for only when the server is ready for the text', async () => {
    const mailer = await server({ recipient: refusal(550) });
    let asked = false;
    const outcome = await mailer.send(envelope, () => {
      asked = true;
      return Promise.resolve(mail);
    });
    expect([outcome, asked]).toEqual([
      { kind: 'refused', permanent: true, code: 550, why: 'badAddress' },
      false,
    ]);
  });

  it('is not sent when there is nothing to say after all', async () => {
    const mailer = await server();
    expect(await mailer.send(envelope, () => Promise.resolve(undefined))).toEqual({ kind: 'stopped' });
    expect(got).toEqual([]);
  });

  it('is told apart by what the server does', async () => {
    const greylisting = await server({ recipient: refusal(451) });
    expect(await greylisting.send(envelope, () => Promise.resolve(mail))).toEqual({
      kind: 'refused',
      permanent: false,
      code: 451,
      why: 'refused',
    });
    const refusing = await server({ text: () => refusal(554) });
    expect(await refusing.send(envelope, () => Promise.resolve(mail))).toMatchObject({
      kind: 'refused',
      permanent: true,
      code: 554,
    });
    for (const text of ['drop', 'silent'] as const) {
      const mailer = await server({ text: () => text });
      expect([text, await mailer.send(envelope, () => Promise.resolve(mail))]).toEqual([
        text,
        { kind: 'unknown' },
      ]);
    }
    const nowhere = new SmtpMailer({ url: 'smtp://127.0.0.1:1', from: 'log@example.se', connectMs: 500 });
    expect(await nowhere.send(envelope, () => Promise.resolve(mail))).toEqual({
      kind: 'refused',
      permanent: false,
      why: 'unreachable',
    });
  });
});
