import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { EventBus, type IEvent } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type { Subscription } from 'rxjs';
import type { Actor } from '../commands/commands.js';
import type { Recorded } from '../domain/events.js';
import type { Instant } from '../domain/when.js';
import { type Changes, changesIn } from '../projections/changes.js';
import { Feed } from './feed.js';
import { Lookups } from './lookups.js';
import { type ApiParts, PARTS } from './parts.js';
import { Problem } from './problems.js';

/** Facts that can now be read. Passed on in the process; who misses it asks the log. */
export class CanBeRead implements IEvent {
  constructor(readonly changes: Changes) {}
}

/** The clock of a demo was moved: everything that depends on the day may look different. */
export class ClockMoved implements IEvent {
  constructor(readonly now: Instant) {}
}

const mostFeeds = 500;
const batchSize = 500;

/** Tells open browsers that something changed, as server-sent events. */
@Injectable()
export class LiveFeed implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly feeds = new Set<Feed>();
  private readonly subscriptions: Subscription[] = [];
  private stopListening: (() => void) | undefined;

  constructor(
    @Inject(EventBus) private readonly bus: EventBus,
    @Inject(PARTS) private readonly parts: ApiParts,
    @Inject(Lookups) private readonly lookups: Lookups,
  ) {}

  onApplicationBootstrap(): void {
    this.stopListening = this.parts.models.onChange((events) => {
      const changes = this.feeds.size > 0 ? this.changesOf(events) : undefined;
      if (changes) void this.bus.publish(new CanBeRead(changes));
    });
    this.subscriptions.push(
      this.bus.subscribe((event) => {
        for (const feed of this.feeds) {
          if (event instanceof CanBeRead) feed.tell(event.changes);
          if (event instanceof ClockMoved) feed.clockMoved(event.now);
        }
      }),
    );
  }

  beforeApplicationShutdown(): void {
    this.stopListening?.();
    for (const subscription of this.subscriptions) subscription.unsubscribe();
    for (const feed of this.feeds) feed.end();
  }

  /** Begins a feed on a reply that is left to it. `after` is the `Last-Event-ID`: what came since is told first. */
  open(actor: Actor, reply: FastifyReply, after: string | undefined): void {
    if (this.feeds.size >= mostFeeds) throw new Problem('tooManyFeeds', { headers: { 'retry-after': '30' } });
    const source = {
      head: () => this.parts.log.head(),
      after: (position: string | null) => this.parts.log.after(position, batchSize),
      readable: (position: string) => this.parts.models.waitFor(position),
      changesOf: (events: readonly Recorded[]) => this.changesOf(events),
    };
    const feed = new Feed(actor, reply, source, () => this.feeds.delete(feed));
    this.feeds.add(feed);
    void feed.begin(after);
  }

  private changesOf(events: readonly Recorded[]): Changes | undefined {
    return changesIn(events, this.lookups.names());
  }
}
