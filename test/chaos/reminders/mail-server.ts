import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/**
 * Where a conversation stands: before the sender is answered, before the recipient is, with DATA under way, with the whole
 * text there and not kept, with the text kept and not answered, and answered with 250.
 */
export const steps = ['sender', 'recipient', 'data', 'dot', 'taken', 'answered'] as const;
export type Step = (typeof steps)[number];

/** What the server does instead of going on: answers with a code, says nothing more, or cuts the connection. */
export type Reply = { readonly code: number } | 'hang' | 'drop';

/** One letter on its way: from which address, and to which (empty until the recipient is named). */
export interface Conversation {
  readonly from: string;
  readonly to: string;
}

/** A mail that the server has kept. Turns are counted over everything that a run does. */
export interface Received {
  readonly to: string;
  /** Without its brackets and host: the id of the letter. */
  readonly letter: string;
  readonly raw: string;
  /** When the server answered DATA, and when it had the whole text. */
  readonly asked: number;
  readonly taken: number;
  /** The log's last position when the whole text was there; absent when nobody could say. */
  readonly head?: string;
}

export interface MailServerOptions {
  /** What happens at a step; nothing: it goes on. May do anything in between, and take its time. */
  readonly meets: (step: Step, conversation: Conversation) => Promise<Reply | undefined>;
  /** Counts what happens. */
  readonly turn: () => number;
  readonly head?: () => string | null;
}

const fromOf = ({ envelope: { mailFrom } }: SMTPServerSession): string =>
  mailFrom === false ? '' : mailFrom.address;

const letterIn = (raw: string): string => /^message-id:\s*<([^@>]+)@/im.exec(raw)?.[1] ?? '';

/** A real mail server that keeps what it gets, and behaves as badly as it is told. */
export class MailServer {
  readonly received: Received[] = [];
  /** Addresses of mails whose sender cannot know whether they arrived, once for each time. */
  readonly ambiguous: string[] = [];
  readonly #smtp: SMTPServer;
  readonly #underWay = new Set<Promise<void>>();
  #options: MailServerOptions;

  private constructor(options: MailServerOptions) {
    this.#options = options;
    this.#smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      closeTimeout: 1,
      socketTimeout: 10 * 60_000,
      onMailFrom: ({ address }, session, done) => {
        this.#see(this.#at('sender', { from: address, to: '' }, session, done));
      },
      onRcptTo: ({ address }, session, done) => {
        this.#see(this.#at('recipient', { from: fromOf(session), to: address }, session, done));
      },
      onData: (stream, session, done) => {
        const talk = { from: fromOf(session), to: session.envelope.rcptTo[0]?.address ?? '' };
        const asked = this.#options.turn();
        const meanwhile = this.#options.meets('data', talk);
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('error', () => undefined);
        stream.on('end', () => {
          const raw = Buffer.concat(parts).toString('utf8');
          this.#see(this.#take(raw, { talk, asked, meanwhile }, session, done));
        });
      },
    });
    this.#smtp.on('error', () => undefined);
  }

  static async open(options: MailServerOptions): Promise<MailServer> {
    const server = new MailServer(options);
    await new Promise<void>((resolve) => {
      server.#smtp.listen(0, '127.0.0.1', resolve);
    });
    return server;
  }

  get url(): string {
    const { port } = this.#smtp.server.address() as AddressInfo;
    return `smtp://127.0.0.1:${port.toString()}`;
  }

  /** From now on it behaves otherwise. */
  behave(options: Partial<MailServerOptions>): void {
    this.#options = { ...this.#options, ...options };
  }

  /** Ends when all that has come in has been dealt with. */
  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#smtp.close(resolve);
    });
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  #see(work: Promise<void>): void {
    this.#underWay.add(work);
    void work.finally(() => this.#underWay.delete(work));
  }

  async #at(
    step: Step,
    talk: Conversation,
    session: SMTPServerSession,
    done: (error?: Error) => void,
  ): Promise<void> {
    const reply = await this.#options.meets(step, talk);
    if (this.#follow(reply, session)) done(reply === undefined ? undefined : refusal(reply));
  }

  async #take(
    raw: string,
    { talk, asked, meanwhile }: { talk: Conversation; asked: number; meanwhile: Promise<unknown> },
    session: SMTPServerSession,
    done: (error?: Error) => void,
  ): Promise<void> {
    await meanwhile;
    const { to } = talk;
    const { meets, turn, head } = this.#options;
    const refused = await meets('dot', talk);
    if (refused !== undefined) {
      if (typeof refused !== 'object') this.ambiguous.push(to);
      if (this.#follow(refused, session)) done(refusal(refused));
      return;
    }
    const last = head?.() ?? undefined;
    this.received.push({
      to,
      letter: letterIn(raw),
      raw,
      asked,
      taken: turn(),
      ...(last !== undefined && { head: last }),
    });
    const reply = await meets('taken', talk);
    if (reply !== undefined) this.ambiguous.push(to);
    if (!this.#follow(reply, session)) return;
    done(reply === undefined ? undefined : refusal(reply));
    this.#follow(await meets('answered', talk), session);
  }

  /** Whether the conversation goes on; ends it when it is told to. */
  #follow(reply: Reply | undefined, session: SMTPServerSession): boolean {
    if (reply === 'drop')
      for (const connection of this.#smtp.connections as Set<{ session: unknown; close(): void }>)
        if (connection.session === session) connection.close();
    return typeof reply === 'object' || reply === undefined;
  }
}

const refusal = (reply: Reply): Error =>
  Object.assign(new Error('not now'), { responseCode: typeof reply === 'object' ? reply.code : 451 });
