import { setTimeout } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../commands/commands.js';
import { comparePositions, isOfNoBody, type Recorded } from '../domain/events.js';
import type { Instant } from '../domain/when.js';
import type { Change, Changes } from '../projections/changes.js';
import { covers, mayRead } from './auth.js';

/** Whoever missed more than this is told to fetch everything again. */
const longestCatchUp = 5_000;
const pause = 1_000;

/** Where a feed gets what it tells. */
export interface FeedSource {
  head(): string | null;
  after(position: string | null): readonly Recorded[];
  readable(position: string): Promise<boolean>;
  changesOf(events: readonly Recorded[]): Changes | undefined;
}

/**
 * One reader. At most one message waits in its buffer: while that has not gone out nothing more is written, and what
 * came meanwhile is read from the log afterwards. Who has not taken it by the next heartbeat is dropped.
 */
export class Feed {
  private sent: string | null = null;
  private behind = true;
  private full = false;
  private open = true;
  private readonly pulse: NodeJS.Timeout;

  constructor(
    private readonly actor: Actor,
    private readonly reply: FastifyReply,
    private readonly source: FeedSource,
    private readonly onEnd: () => void,
    heartbeat = 15_000,
  ) {
    this.pulse = setInterval(() => {
      this.beat();
    }, heartbeat);
  }

  /** Writes the head, then catches up. */
  async begin(after: string | undefined): Promise<void> {
    const { reply } = this;
    reply.hijack();
    reply.raw.on('close', () => {
      this.close();
    });
    reply.raw.on('drain', () => {
      this.full = false;
      void this.catchUp();
    });
    reply.raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const head = this.source.head();
    const unknown = after !== undefined && (head === null || comparePositions(after, head) > 0);
    this.sent = after === undefined || unknown ? head : after;
    this.write(`retry: 3000\n${idLine(this.sent)}\n`);
    if (unknown) this.reset(head);
    await this.catchUp();
  }

  /** Tells what changed, unless this reader is still on its way there. */
  tell(changes: Changes): void {
    if (this.behind || this.full) this.behind = true;
    else this.say(changes);
  }

  clockMoved(now: Instant): void {
    if (!this.full) this.write(`event: clock\ndata: ${JSON.stringify({ now })}\n\n`);
  }

  end(): void {
    this.reply.raw.end();
    this.close();
  }

  private close(): void {
    this.open = false;
    clearInterval(this.pulse);
    this.onEnd();
  }

  private async catchUp(): Promise<void> {
    this.behind = true;
    for (let told = 0; this.open && !this.full;) {
      const events = this.source.after(this.sent);
      const last = events.at(-1);
      if (!last) {
        this.behind = false;
        return;
      }
      if (!(await this.source.readable(last.position))) {
        await setTimeout(pause);
        continue;
      }
      told += events.length;
      if (told > longestCatchUp) {
        this.reset(this.source.head());
        continue;
      }
      const changes = this.source.changesOf(events);
      if (changes) this.say(changes);
    }
  }

  private say({ position, changes }: Changes): void {
    if (this.sent !== null && comparePositions(position, this.sent) <= 0) return;
    this.sent = position;
    const seen = changes.filter((change) => this.maySee(change));
    if (seen.length > 0)
      this.write(
        `${idLine(position)}event: changed\ndata: ${JSON.stringify({ position, changes: seen })}\n\n`,
      );
  }

  private maySee({ kind, body }: Change): boolean {
    if (isOfNoBody(kind)) return covers(this.actor, 'readPeople');
    return body !== null && mayRead(this.actor, body);
  }

  private reset(head: string | null): void {
    this.sent = head;
    this.write(`${idLine(head)}event: reset\ndata: {}\n\n`);
  }

  private beat(): void {
    if (this.full) this.reply.raw.destroy();
    else this.write(`${idLine(this.sent)}: ping\n\n`);
  }

  private write(text: string): void {
    if (this.open && !this.reply.raw.write(text)) this.full = true;
  }
}

const idLine = (position: string | null): string => (position === null ? '' : `id: ${position}\n`);
