import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server as NetServer, type Socket } from 'node:net';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import { OperationsService } from '@eventstore/db-client/generated/operations_grpc_pb.js';
import operations from '@eventstore/db-client/generated/operations_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import * as grpc from '@grpc/grpc-js';
import { firstAfter, firstAtOrAfter, type LogEvent, type Mark, type Outcome, ServerLog } from './log.js';
import {
  appendAnswer,
  batchAnswer,
  caughtUp,
  checkpoint,
  confirmation,
  expectedOf,
  filterOf,
  noSuchStream,
  proposedOf,
  readEvent,
  streamNameOf,
  supportedMethods,
} from './messages.js';
import { MuteableSocket } from './muteable-socket.js';

/** Where a node of a cluster answers. */
export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

/**
 * What happens to a write instead of the usual answer, before or after it is committed: all connections are cut, the
 * answer never comes, it comes `ms` late, or it is an error.
 */
export type WriteFault = { readonly when: 'before' | 'after' } & (
  | { readonly kind: 'cut' }
  | { readonly kind: 'swallow' }
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'refuse'; readonly code: keyof typeof grpc.status; readonly message: string }
);

type ReadCall = grpc.ServerWritableStream<streams.ReadReq, streams.ReadResp>;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function refusal(
  code: grpc.status,
  details: string,
  trailers: Record<string, string> = {},
): Error & grpc.StatusObject {
  const metadata = new grpc.Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return Object.assign(new Error(details), { code, details, metadata });
}

const streamDeleted = (stream: string): Error & grpc.StatusObject =>
  refusal(grpc.status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

const noOptions = (): Error => refusal(grpc.status.INVALID_ARGUMENT, 'no options');

/** Resolves when the call takes more, or is over. */
const drained = (call: ReadCall): Promise<void> =>
  new Promise((resolve) => {
    const over = ['drain', 'cancelled', 'error', 'close'];
    const done = (): void => {
      for (const event of over) call.off(event, done);
      resolve();
    };
    for (const event of over) call.on(event, done);
  });

/**
 * A server that speaks EventStoreDB's protocol (streams, server features, gossip, scavenge) over one {@link ServerLog} and
 * fails on command. One instance is one running node: stop it and start another on the same log and port to restart it.
 */
export class EsdbServer {
  /** What was asked of this instance, and how many events its subscriptions have sent. */
  readonly asked = { writes: 0, reads: 0, subscriptions: 0, connections: 0, scavenges: 0, delivered: 0 };
  /** Faults for the coming writes, one each. */
  readonly writeFaults: WriteFault[] = [];
  /** Asked at each write that none of these is meant for. */
  nextFault: () => WriteFault | undefined = () => undefined;
  /** Every answer waits so long, in ms. */
  delay = 0;
  /** Another node leads: whoever requires the leader is sent there. */
  leader: Endpoint | undefined;
  /** Subscriptions stay open and send nothing more. */
  stalled = false;
  /** So many of the next events a subscription sends are sent twice. */
  repeats = 0;
  /** A scavenge that is started is done at once. A real one never reaches the file that is being written to. */
  scavengesAtOnce = false;
  /** All subscriptions are dropped when so many more events have been sent. */
  dropAfter = Infinity;

  readonly #grpc = new grpc.Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
  readonly #sockets = new Set<Socket>();
  readonly #muteable = new Set<MuteableSocket>();
  readonly #subscriptions = new Set<ReadCall>();

  private constructor(
    readonly log: ServerLog,
    readonly port: number,
    private readonly listener: NetServer,
    canFallSilent: boolean,
  ) {
    this.#grpc.addService(StreamsService, {
      append: this.#append.bind(this),
      batchAppend: this.#batchAppend.bind(this),
      read: (call: ReadCall) => void this.#read(call),
      delete: this.#delete<streams.DeleteReq, streams.DeleteResp>(false, (position) => {
        const at = new streams.DeleteResp.Position().setCommitPosition(position).setPreparePosition(position);
        return new streams.DeleteResp().setPosition(at);
      }),
      tombstone: this.#delete<streams.TombstoneReq, streams.TombstoneResp>(true, (position) => {
        const at = new streams.TombstoneResp.Position();
        return new streams.TombstoneResp().setPosition(
          at.setCommitPosition(position).setPreparePosition(position),
        );
      }),
    });
    this.#grpc.addService(ServerFeaturesService, {
      getSupportedMethods: (_call: unknown, callback: grpc.sendUnaryData<unknown>) =>
        callback(null, supportedMethods()),
    });
    this.#grpc.addService(GossipService, {
      read: (_call: unknown, callback: grpc.sendUnaryData<unknown>) => callback(null, this.#members()),
    });
    this.#grpc.addService(OperationsService, {
      startScavenge: (_call: unknown, callback: grpc.sendUnaryData<unknown>) => {
        this.asked.scavenges += 1;
        if (this.scavengesAtOnce) this.log.scavenge();
        callback(null, new operations.ScavengeResp().setScavengeId(randomUUID()));
      },
    });
    const injector = this.#grpc.createConnectionInjector(grpc.ServerCredentials.createInsecure());
    listener.on('connection', (socket: Socket) => {
      this.asked.connections += 1;
      this.#sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => socket.destroy());
      socket.once('close', () => this.#sockets.delete(socket));
      if (!canFallSilent) return injector.injectConnection(socket);
      const muteable = new MuteableSocket(socket);
      muteable.on('error', () => muteable.destroy());
      this.#muteable.add(muteable);
      socket.once('close', () => this.#muteable.delete(muteable));
      injector.injectConnection(muteable);
    });
  }

  /**
   * Starts a node on 127.0.0.1; `port` 0 (default) takes a free one. `canFallSilent`: connections go through a wrapper that
   * {@link mute} can stop, which costs some speed.
   */
  static async start(
    options: { log?: ServerLog; port?: number; canFallSilent?: boolean } = {},
  ): Promise<EsdbServer> {
    const listener = createServer();
    listener.listen(options.port ?? 0, '127.0.0.1');
    await once(listener, 'listening');
    const address = listener.address();
    if (address === null || typeof address === 'string') throw new Error('not listening on a port');
    const log = options.log ?? new ServerLog();
    log.forgetRecentIds();
    return new EsdbServer(log, address.port, listener, options.canFallSilent ?? false);
  }

  get connectionString(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`;
  }

  /** Cuts every connection at once and stops listening, as a killed process does. */
  async stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      this.listener.close(() => resolve());
    });
    this.cut();
    this.#grpc.forceShutdown();
    await closed;
  }

  /** Cuts every connection; new ones are accepted. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Nothing more is read from or written to the connections there are, and none is closed. */
  mute(): void {
    if (this.#muteable.size === 0 && this.#sockets.size > 0) throw new Error('started without canFallSilent');
    for (const socket of this.#muteable) socket.mute();
  }

  /** Ends all subscriptions, as a server does that shuts down or loses its place in the cluster. */
  dropSubscriptions(): void {
    this.dropAfter = Infinity;
    for (const call of this.#subscriptions) {
      call.emit('error', refusal(grpc.status.UNAVAILABLE, 'Server Is Not Ready'));
    }
    this.#subscriptions.clear();
  }

  /** The error a call gets instead of an answer, if any. */
  async #refuses(metadata: grpc.Metadata): Promise<(Error & grpc.StatusObject) | undefined> {
    if (this.delay > 0) await pause(this.delay);
    if (!this.leader || metadata.get('requires-leader')[0] !== 'true') return undefined;
    return refusal(grpc.status.NOT_FOUND, 'Leader info available', {
      exception: 'not-leader',
      'leader-endpoint-host': this.leader.address,
      'leader-endpoint-port': `${this.leader.port}`,
    });
  }

  /** Writes, unless a fault comes between. `undefined`: no answer is to be sent. */
  async #commit(metadata: grpc.Metadata, write: () => Outcome): Promise<Outcome | Error | undefined> {
    this.asked.writes += 1;
    const refused = await this.#refuses(metadata);
    if (refused) return refused;
    const fault = this.writeFaults.shift() ?? this.nextFault();
    if (!fault) return write();
    const outcome = fault.when === 'after' ? write() : undefined;
    switch (fault.kind) {
      case 'cut':
        this.cut();
        return undefined;
      case 'swallow':
        return undefined;
      case 'refuse':
        return refusal(grpc.status[fault.code], fault.message);
      case 'delay':
        await pause(fault.ms);
        return outcome ?? write();
    }
  }

  #append(
    call: grpc.ServerReadableStream<streams.AppendReq, streams.AppendResp>,
    callback: grpc.sendUnaryData<streams.AppendResp>,
  ): void {
    const messages: streams.AppendReq[] = [];
    call.on('data', (message: streams.AppendReq) => messages.push(message));
    call.on('error', () => undefined);
    call.on('end', () => {
      const options = messages[0]?.getOptions();
      if (!options) return callback(noOptions());
      const stream = streamNameOf(options.getStreamIdentifier());
      const expected = expectedOf(options, options.getRevision());
      const events = messages.slice(1).map((message) => proposedOf(message.getProposedMessage()));
      void this.#commit(call.metadata, () => this.log.append(stream, expected, events)).then((outcome) => {
        if (!outcome || call.cancelled) return;
        if (outcome instanceof Error) return callback(outcome);
        if (outcome.kind === 'deleted') return callback(streamDeleted(stream));
        callback(null, appendAnswer(outcome, expected));
      });
    });
  }

  #batchAppend(call: grpc.ServerDuplexStream<streams.BatchAppendReq, streams.BatchAppendResp>): void {
    const waiting = new Map<string, streams.BatchAppendReq[]>();
    call.on('error', () => undefined);
    call.on('end', () => call.end());
    call.on('data', (message: streams.BatchAppendReq) => {
      const correlation = message.getCorrelationId()?.getString() ?? '';
      const parts = [...(waiting.get(correlation) ?? []), message];
      waiting.set(correlation, parts);
      if (!message.getIsFinal()) return;
      waiting.delete(correlation);
      const options = parts[0]?.getOptions();
      if (!options) return;
      const stream = streamNameOf(options.getStreamIdentifier());
      const expected = expectedOf(options, options.getStreamPosition());
      const events = parts.flatMap((part) => part.getProposedMessagesList().map(proposedOf));
      void this.#commit(call.metadata, () => this.log.append(stream, expected, events)).then((outcome) => {
        if (!outcome || call.cancelled) return;
        if (outcome instanceof Error) call.emit('error', outcome);
        else call.write(batchAnswer(outcome, expected, stream).setCorrelationId(message.getCorrelationId()));
      });
    });
  }

  #delete<Req extends streams.DeleteReq | streams.TombstoneReq, Resp>(
    hard: boolean,
    answer: (position: string) => Resp,
  ): grpc.handleUnaryCall<Req, Resp> {
    return (call, callback) => {
      const options = call.request.getOptions();
      if (!options) return callback(noOptions());
      const stream = streamNameOf(options.getStreamIdentifier());
      const expected = expectedOf(options, options.getRevision());
      void this.#commit(call.metadata, () => this.log.delete(stream, expected, hard)).then((outcome) => {
        if (!outcome) return;
        if (outcome instanceof Error) return callback(outcome);
        if (outcome.kind === 'deleted') return callback(streamDeleted(stream));
        if (outcome.kind === 'written') return callback(null, answer(`${outcome.position}`));
        const wrong = refusal(grpc.status.FAILED_PRECONDITION, 'Delete failed due to WrongExpectedVersion', {
          exception: 'wrong-expected-version',
          'stream-name': stream,
          'expected-version': `${expected === 'none' ? -1 : expected}`,
          'actual-version': `${outcome.current === 'none' ? -1 : outcome.current}`,
        });
        callback(wrong);
      });
    };
  }

  async #read(call: ReadCall): Promise<void> {
    call.on('error', () => undefined);
    const options = call.request.getOptions();
    const refused = await this.#refuses(call.metadata);
    if (refused ?? !options) return void call.emit('error', refused ?? noOptions());
    if (options.hasSubscription()) return this.#subscribe(call, options);
    this.asked.reads += 1;
    const events = this.#select(options);
    if (events === 'none') call.write(noSuchStream(streamNameOf(options.getStream()?.getStreamIdentifier())));
    if (events === 'deleted') {
      return void call.emit('error', streamDeleted(streamNameOf(options.getStream()?.getStreamIdentifier())));
    }
    for (const event of events === 'none' ? [] : events) {
      if (call.cancelled) return;
      if (!call.write(readEvent(event))) await drained(call);
    }
    call.end();
  }

  /** The events a read asks for. Forwards a position is included, backwards it is not; a revision always is. */
  #select(options: streams.ReadReq.Options): LogEvent[] | 'none' | 'deleted' {
    const backwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
    const stream = options.getStream();
    const all = options.getAll();
    const source = stream ? this.log.stream(streamNameOf(stream.getStreamIdentifier())) : this.log.all;
    if (typeof source === 'string') return source;
    const { matches } = filterOf(options);
    const revision = Number(stream?.getRevision() ?? 0);
    const at = all?.hasPosition()
      ? firstAtOrAfter(source, Number(all.getPosition()?.getCommitPosition()))
      : (stream ?? all)?.hasStart()
        ? 0
        : (stream ?? all)?.hasEnd()
          ? source.length
          : source.filter((event) => event.revision < revision + (backwards ? 1 : 0)).length;
    const found: LogEvent[] = [];
    const count = Number(options.getCount());
    for (let i = backwards ? at - 1 : at; found.length < count; i += backwards ? -1 : 1) {
      const event = source[i];
      if (!event) break;
      if (matches(event)) found.push(event);
    }
    return found;
  }

  async #subscribe(call: ReadCall, options: streams.ReadReq.Options): Promise<void> {
    const all = options.getAll();
    if (!all) {
      return void call.emit('error', refusal(grpc.status.UNIMPLEMENTED, 'only $all can be subscribed to'));
    }
    this.asked.subscriptions += 1;
    this.#subscriptions.add(call);
    const over = new AbortController();
    for (const end of ['cancelled', 'error', 'close', 'finish']) call.once(end, () => over.abort());
    over.signal.addEventListener('abort', () => this.#subscriptions.delete(call));
    const { matches, checkpointEvery } = filterOf(options);
    const position = all.getPosition();
    let after: Mark = position
      ? { commit: Number(position.getCommitPosition()), prepare: Number(position.getPreparePosition()) }
      : all.hasEnd()
        ? this.log.end
        : { commit: 0, prepare: -1 };
    let considered = 0;
    let live = false;
    const send = async (message: streams.ReadResp): Promise<void> => {
      if (!over.signal.aborted && !call.write(message)) await drained(call);
    };
    await send(confirmation(randomUUID()));
    while (!over.signal.aborted) {
      const events = this.log.all;
      let next = firstAfter(events, after);
      if (this.stalled || next >= events.length) {
        if (live || this.stalled) {
          await this.log.changed(over.signal);
          continue;
        }
        live = true;
        const { end } = this.log;
        if (after.commit < end.commit) after = end;
        await send(checkpoint(after));
        await send(caughtUp());
      }
      for (; !over.signal.aborted && !this.stalled; next += 1) {
        const event = events[next];
        if (!event) break;
        after = { commit: event.position, prepare: event.position };
        considered += 1;
        if (matches(event)) await this.#deliver(event, send);
        if (considered % checkpointEvery === 0) await send(checkpoint(after));
      }
    }
  }

  async #deliver(event: LogEvent, send: (message: streams.ReadResp) => Promise<void>): Promise<void> {
    await send(readEvent(event));
    this.asked.delivered += 1;
    if (this.repeats > 0) {
      this.repeats -= 1;
      await send(readEvent(event));
    }
    this.dropAfter -= 1;
    if (this.dropAfter <= 0) this.dropSubscriptions();
  }

  /** This node as gossip tells of it, and the leader if that is another. */
  #members(): gossip.ClusterInfo {
    const member = (at: Endpoint, state: gossip.MemberInfo.VNodeState): gossip.MemberInfo =>
      new gossip.MemberInfo()
        .setState(state)
        .setIsAlive(true)
        .setHttpEndPoint(new gossip.EndPoint().setAddress(at.address).setPort(at.port));
    const { FOLLOWER, LEADER } = gossip.MemberInfo.VNodeState;
    const self: Endpoint = { address: '127.0.0.1', port: this.port };
    return new gossip.ClusterInfo().setMembersList(
      this.leader ? [member(self, FOLLOWER), member(this.leader, LEADER)] : [member(self, LEADER)],
    );
  }
}
