import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import MailComposer from 'nodemailer/lib/mail-composer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Mail } from './letter.js';
import type { Mailer, Outcome } from './mailer.js';

/** How to talk to the mail server. Times in ms. */
export interface SmtpOptions {
  /** `smtp://user:password@host:port` or `smtps://…`; STARTTLS is used when the server offers it. */
  readonly url: string;
  /** The address letters come from. */
  readonly from: string;
  /** Encrypted, or not at all. */
  readonly requireTls?: boolean;
  readonly connectMs?: number;
  /** The longest the server may be silent. */
  readonly silentMs?: number;
  /** At most so many mails a second, over all connections. */
  readonly perSecond?: number;
  readonly connections?: number;
}

interface SmtpError {
  readonly responseCode?: number;
  readonly code?: string;
  readonly command?: string;
}

const detail = (error: unknown): SmtpError => (error instanceof Error ? (error as SmtpError) : {});

/** The mail as it goes over the wire. */
function toBytes(mail: Mail, from: string): Promise<Buffer> {
  const { messageId, to, replyTo, subject, text, html, references, headers, calendar, cancelled } = mail;
  const node = new MailComposer({
    from,
    to,
    replyTo,
    subject,
    text,
    html,
    messageId,
    references: [...references],
    headers: { ...headers },
    ...(calendar !== undefined && { icalEvent: { method: 'PUBLISH', content: calendar } }),
    ...(cancelled !== undefined && {
      attachments: [
        {
          filename: 'avslutat.ics',
          contentType: 'text/calendar; method=CANCEL; charset=utf-8',
          content: cancelled,
        },
      ],
    }),
  }).compile();
  return new Promise((resolve, reject) => {
    node.build((error, bytes) => {
      if (bytes) resolve(bytes);
      else reject(error ?? new Error('the mail could not be built'));
    });
  });
}

/**
 * Sends mail over SMTP by connections that are used again. The text is asked for when the server has answered DATA with
 * 354, so that what stands in it is decided at the last moment there is.
 */
export class SmtpMailer implements Mailer {
  readonly #idle: SMTPConnection[] = [];
  readonly #open = new Set<SMTPConnection>();
  #next = 0;
  #closed = false;

  constructor(private readonly options: SmtpOptions) {}

  async send({ to }: { readonly to: string }, write: () => Promise<Mail | undefined>): Promise<Outcome> {
    await this.#turn();
    let connection: SMTPConnection;
    try {
      connection = this.#idle.pop() ?? (await this.#connect());
    } catch (error) {
      const { responseCode, code } = detail(error);
      return {
        kind: 'refused',
        permanent: false,
        why: code === 'ETIMEDOUT' ? 'tooSlow' : responseCode === undefined ? 'unreachable' : 'refused',
        ...(responseCode !== undefined && { code: responseCode }),
      };
    }
    const outcome = await this.#talk(connection, to, write);
    const usable = outcome.kind === 'accepted' || (outcome.kind === 'refused' && outcome.code !== undefined);
    if (usable && !this.#closed) this.#keep(connection);
    else this.#drop(connection);
    return outcome;
  }

  close(): void {
    this.#closed = true;
    for (const connection of this.#open) connection.close();
    this.#open.clear();
    this.#idle.length = 0;
  }

  /** Waits for this mail's turn. */
  async #turn(): Promise<void> {
    const { perSecond } = this.options;
    if (perSecond === undefined) return;
    const now = performance.now();
    const at = Math.max(now, this.#next);
    this.#next = at + 1000 / perSecond;
    if (at > now) await pause(at - now);
  }

  #connect(): Promise<SMTPConnection> {
    const { url, requireTls, connectMs = 10_000, silentMs = 30_000 } = this.options;
    const where = parseConnectionUrl(url);
    const connection = new SMTPConnection({
      ...where,
      connectionTimeout: connectMs,
      greetingTimeout: connectMs,
      socketTimeout: silentMs,
      ...(requireTls === true && { requireTLS: true }),
    });
    this.#open.add(connection);
    return new Promise((resolve, reject) => {
      const fail = (error: unknown): void => {
        this.#drop(connection);
        reject(error instanceof Error ? error : new Error('the mail server cannot be reached'));
      };
      connection.on('error', fail);
      connection.once('end', () => {
        fail(undefined);
      });
      connection.connect((error) => {
        if (error) fail(error);
        else if (where.auth)
          connection.login(where.auth, (refused) => {
            if (refused) fail(refused);
            else resolve(connection);
          });
        else resolve(connection);
      });
    });
  }

  #talk(connection: SMTPConnection, to: string, write: () => Promise<Mail | undefined>): Promise<Outcome> {
    return new Promise((resolve) => {
      let asked = false;
      let stopped = false;
      let begun = false;
      const message = new Readable({
        read() {
          if (asked) return;
          asked = true;
          const give = async (): Promise<void> => {
            const mail = await write();
            if (!mail) {
              stopped = true;
              connection.close();
              resolve({ kind: 'stopped' });
              return;
            }
            begun = true;
            this.push(await toBytes(mail, from));
            this.push(null);
          };
          give().catch((error: unknown) => {
            connection.close();
            this.destroy(error instanceof Error ? error : new Error(String(error)));
          });
        },
      });
      const { from } = this.options;
      connection.once('end', () => {
        if (stopped) return;
        resolve(begun ? { kind: 'unknown' } : { kind: 'refused', permanent: false, why: 'unreachable' });
      });
      connection.send({ from: addressIn(from), to }, message, (error, info) => {
        if (stopped) return;
        if (!error) {
          resolve({ kind: 'accepted', code: Number(info?.response?.slice(0, 3)) || 250 });
          return;
        }
        const { responseCode, code } = detail(error);
        if (responseCode !== undefined && responseCode >= 400)
          resolve({
            kind: 'refused',
            permanent: responseCode >= 500,
            code: responseCode,
            why: begun || responseCode < 500 ? 'refused' : 'badAddress',
          });
        else if (begun) resolve({ kind: 'unknown' });
        else if (code === 'EENVELOPE') resolve({ kind: 'refused', permanent: true, why: 'badAddress' });
        else
          resolve({
            kind: 'refused',
            permanent: false,
            why: code === 'ETIMEDOUT' ? 'tooSlow' : 'unreachable',
          });
      });
    });
  }

  /** Keeps a connection for the next mail, on a clean slate. */
  #keep(connection: SMTPConnection): void {
    if (this.#idle.length >= (this.options.connections ?? 4)) {
      this.#drop(connection);
      return;
    }
    connection.reset((error) => {
      if (error || this.#closed) this.#drop(connection);
      else this.#idle.push(connection);
    });
  }

  #drop(connection: SMTPConnection): void {
    const at = this.#idle.indexOf(connection);
    if (at >= 0) this.#idle.splice(at, 1);
    this.#open.delete(connection);
    connection.close();
  }
}

/** The bare address in "Name <address>". */
const addressIn = (from: string): string => /<([^<>]+)>/.exec(from)?.[1] ?? from;
