import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperationsClient } from '@eventstore/db-client/generated/operations_grpc_pb.js';
import operations from '@eventstore/db-client/generated/operations_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { discoverEndpoint } from '@eventstore/db-client/dist/Client/discovery.js';
import {
  type ConnectionOptions,
  parseConnectionString,
} from '@eventstore/db-client/dist/Client/parseConnectionString.js';
import {
  CallCredentials,
  type CallOptions,
  type ChannelCredentials,
  type ClientDuplexStream,
  type ClientReadableStream,
  credentials,
  Metadata,
  type ServiceError,
} from '@grpc/grpc-js';
import {
  appendRequest,
  carried,
  type Delivery,
  delivery,
  type Endpoint,
  failureOf,
  identifier,
  late,
  type Mark,
  nothing,
  positionOf,
  readOptions,
  type SentEvent,
  served,
  type ServedEvent,
  streamFilter,
  type Verdict,
  verdict,
  WireFailure,
} from './eventstoredb-messages.js';

interface Node {
  readonly endpoint: Endpoint;
  readonly streams: StreamsClient;
  readonly operations: OperationsClient;
  readonly subscriptions: Set<Subscription>;
  appends?: Appends;
}

type Answer<T> = (error: ServiceError | null, answer: T) => void;

/**
 * The protocol of EventStoreDB over the service definitions of its client, one node at a time. The client's own calls are
 * not used: docs/adr/0005 tells why. Every call ends within the deadline; after a failure the next call goes to a new connection,
 * to the leader if the server named one. Failures are {@link WireFailure}.
 */
export class Wire {
  readonly #deadline: number;
  readonly #settings: ConnectionOptions;
  readonly #credentials: ChannelCredentials;
  #connecting: Promise<Node> | undefined;
  #node: Node | undefined;
  #leader: Endpoint | undefined;
  #failed: Endpoint | undefined;
  #closed = false;

  /** `deadline` in ms, unless the connection string names one (`defaultDeadline`). Throws when it cannot read the string. */
  constructor(connectionString: string, deadline: number) {
    this.#settings = parseConnectionString(connectionString.replace(/^kurrentdb/, 'esdb'));
    this.#deadline = this.#settings.defaultDeadline ?? deadline;
    this.#credentials = channelCredentials(this.#settings);
  }

  /** Appends all events in one write. */
  async append(
    stream: string,
    expected: number | 'none' | 'any',
    events: readonly SentEvent[],
  ): Promise<Verdict> {
    const request = appendRequest(stream, expected, events);
    const node = await this.#connected();
    node.appends ??= new Appends(node.streams.batchAppend(this.#metadata(true)), (error) =>
      this.#leave(node, error),
    );
    return verdict(
      await node.appends.send(request, this.#deadline).catch((error: unknown) => {
        throw this.#leave(node, error);
      }),
    );
  }

  /** The events of a stream, or the last `count` of them; `none` if it does not exist, `deleted` if it is ended. */
  async read(stream: string, count?: number): Promise<ServedEvent[] | 'none' | 'deleted'> {
    const from = new streams.ReadReq.Options.StreamOptions().setStreamIdentifier(identifier(stream));
    const options = readOptions(count)
      .setStream(count === undefined ? from.setStart(nothing) : from.setEnd(nothing))
      .setNoFilter(nothing);
    try {
      const messages = await this.#collect(options);
      if (messages.some((message) => message.hasStreamNotFound())) return 'none';
      const found = carried(messages, served);
      return count === undefined ? found : found.reverse();
    } catch (error) {
      if (error instanceof WireFailure && error.kind === 'deleted') return 'deleted';
      throw error;
    }
  }

  /** The last `count` events before a position (`null`: the end), the last one first; of all streams if no prefix is given. */
  async readBack(prefixes: readonly string[], before: string | null, count: number): Promise<ServedEvent[]> {
    const all = new streams.ReadReq.Options.AllOptions();
    const options = readOptions(count).setAll(
      before === null
        ? all.setEnd(nothing)
        : all.setPosition(positionOf({ commit: before, prepare: before })),
    );
    if (prefixes.length > 0) options.setFilter(streamFilter(prefixes));
    else options.setNoFilter(nothing);
    return carried(await this.#collect(options), served);
  }

  /** Everything after a mark in streams with the prefixes, as it comes, until it is cancelled or the connection is left. */
  async subscribe(prefixes: readonly string[], after: Mark | null): Promise<Subscription> {
    const all = new streams.ReadReq.Options.AllOptions();
    const options = readOptions()
      .setAll(after === null ? all.setStart(nothing) : all.setPosition(positionOf(after)))
      .setSubscription(new streams.ReadReq.Options.SubscriptionOptions())
      .setFilter(streamFilter(prefixes));
    const node = await this.#connected();
    const call = node.streams.read(new streams.ReadReq().setOptions(options), this.#metadata(false));
    const subscription = new Subscription(call, (error) => this.#leave(node, error));
    const forget = (): void => void node.subscriptions.delete(subscription);
    node.subscriptions.add(subscription);
    call.once('end', forget);
    call.once('error', forget);
    return subscription;
  }

  /** Ends a stream for ever; harmless if it has ended. `false`: there never was one. */
  async tombstone(stream: string): Promise<boolean> {
    const options = new streams.TombstoneReq.Options().setStreamIdentifier(identifier(stream));
    const request = new streams.TombstoneReq().setOptions(options.setStreamExists(nothing));
    try {
      await this.#ask<streams.TombstoneResp>((node, metadata, call, answer) =>
        node.streams.tombstone(request, metadata, call, answer),
      );
    } catch (error) {
      if (error instanceof WireFailure && error.kind === 'absent') return false;
      if (!(error instanceof WireFailure) || error.kind !== 'deleted') throw error;
    }
    return true;
  }

  /** Tells the server to remove from its files what is deleted. It does so in its own time. */
  async startScavenge(): Promise<void> {
    const options = new operations.StartScavengeReq.Options().setThreadCount(1);
    const request = new operations.StartScavengeReq().setOptions(options);
    await this.#ask<operations.ScavengeResp>((node, metadata, call, answer) =>
      node.operations.startScavenge(request, metadata, call, answer),
    );
  }

  /** Gives up the connection. No call is made any more; appends that wait fail. */
  close(): void {
    this.#closed = true;
    const appends = this.#node?.appends;
    if (this.#node) this.#leave(this.#node, new WireFailure('the connection is closed', 'passing'));
    appends?.fail(new WireFailure('the connection is closed', 'passing'));
  }

  async #ask<T>(
    call: (node: Node, metadata: Metadata, options: CallOptions, answer: Answer<T>) => void,
  ): Promise<T> {
    const node = await this.#connected();
    try {
      return await new Promise<T>((resolve, reject) => {
        const options = { deadline: Date.now() + this.#deadline };
        call(node, this.#metadata(true), options, (error, answer) =>
          error ? reject(error) : resolve(answer),
        );
      });
    } catch (error) {
      throw this.#leave(node, error);
    }
  }

  async #collect(options: streams.ReadReq.Options): Promise<streams.ReadResp[]> {
    const node = await this.#connected();
    const call = node.streams.read(new streams.ReadReq().setOptions(options), this.#metadata(true));
    const silence = setTimeout(() => call.destroy(late('the read')), this.#deadline);
    const messages: streams.ReadResp[] = [];
    try {
      await new Promise<void>((resolve, reject) => {
        call.on('data', (message: streams.ReadResp) => {
          silence.refresh();
          messages.push(message);
        });
        call.on('error', reject);
        call.once('end', resolve);
      });
      return messages;
    } catch (error) {
      call.cancel();
      throw this.#leave(node, error);
    } finally {
      clearTimeout(silence);
    }
  }

  async #connected(): Promise<Node> {
    if (this.#closed) throw new WireFailure('the connection is closed', 'refused');
    if (this.#node) return this.#node;
    this.#connecting ??= this.#connect().finally(() => (this.#connecting = undefined));
    const node = await this.#connecting;
    if (this.#closed) this.#leave(node, new WireFailure('the connection is closed', 'passing'));
    return node;
  }

  async #connect(): Promise<Node> {
    const endpoint = await this.#endpoint();
    const { keepAliveInterval = 10_000, keepAliveTimeout = 10_000 } = this.#settings;
    const client = new StreamsClient(`${endpoint.address}:${endpoint.port}`, this.#credentials, {
      'grpc.keepalive_time_ms': keepAliveTimeout < 0 ? -1 : keepAliveInterval,
      'grpc.keepalive_timeout_ms': keepAliveTimeout,
      'grpc.max_receive_message_length': 17 * 1024 * 1024,
      'grpc.use_local_subchannel_pool': 1,
      'grpc.enable_retries': 0,
      'grpc.enable_channelz': 0,
    });
    const channelOverride = client.getChannel();
    this.#node = {
      endpoint,
      streams: client,
      operations: new OperationsClient('', this.#credentials, { channelOverride }),
      subscriptions: new Set(),
    };
    return this.#node;
  }

  async #endpoint(): Promise<Endpoint> {
    const leader = this.#leader;
    this.#leader = undefined;
    if (leader) return leader;
    const { hosts, dnsDiscover, nodePreference, discoveryInterval } = this.#settings;
    const [first] = hosts;
    if (!first) throw new WireFailure('the connection string names no host', 'refused');
    if (hosts.length === 1 && !dnsDiscover) return first;
    const gossipTimeout = this.#settings.gossipTimeout ?? Math.max(1, Math.floor(this.#deadline / 2_000));
    const maxDiscoverAttempts = this.#settings.maxDiscoverAttempts ?? 2;
    const limits = { nodePreference, discoveryInterval, gossipTimeout, maxDiscoverAttempts };
    try {
      return await discoverEndpoint(
        dnsDiscover ? { ...limits, discover: first } : { ...limits, endpoints: hosts },
        this.#credentials,
        this.#failed,
      );
    } catch (error) {
      throw failureOf(error);
    }
  }

  /** What went wrong, in our words. A connection that may be to blame is given up, and whatever runs on it. */
  #leave(node: Node, error: unknown): WireFailure {
    const failure = failureOf(error);
    if (failure.kind !== 'passing' || this.#node !== node) return failure;
    this.#node = undefined;
    this.#leader = failure.leader;
    this.#failed = node.endpoint;
    node.appends?.retire();
    for (const subscription of node.subscriptions) subscription.cancel();
    node.streams.close();
    return failure;
  }

  #metadata(requiresLeader: boolean): Metadata {
    const metadata = new Metadata();
    if (this.#settings.connectionName) metadata.set('connection-name', this.#settings.connectionName);
    if (requiresLeader) metadata.set('requires-leader', 'true');
    return metadata;
  }
}

interface Waiting {
  readonly resolve: (answer: streams.BatchAppendResp) => void;
  readonly reject: (error: unknown) => void;
  readonly timer: NodeJS.Timeout;
}

/** All appends of one connection go over one call; each answer finds its asker by the id it carries. */
class Appends {
  readonly #waiting = new Map<string, Waiting>();
  #retired = false;
  #failure: WireFailure | undefined;

  constructor(
    private readonly call: ClientDuplexStream<streams.BatchAppendReq, streams.BatchAppendResp>,
    failed: (error: unknown) => WireFailure,
  ) {
    call.on('data', (answer: streams.BatchAppendResp) => {
      this.#settled(answer.getCorrelationId()?.getString() ?? '')?.resolve(answer);
    });
    call.on('error', (error) => this.fail(failed(error)));
    call.on('end', () => this.fail(failed(new WireFailure('the server ended the call', 'passing'))));
  }

  async send(request: streams.BatchAppendReq, deadline: number): Promise<streams.BatchAppendResp> {
    if (this.#failure) throw this.#failure;
    const id = randomUUID();
    request.setCorrelationId(new shared.UUID().setString(id));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#settled(id)?.reject(late('the append')), deadline);
      this.#waiting.set(id, { resolve, reject, timer });
      this.call.write(request);
    });
  }

  /** Nothing more will be sent; what waits may still be answered. */
  retire(): void {
    this.#retired = true;
    if (this.#waiting.size === 0) this.call.cancel();
  }

  #settled(id: string): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    clearTimeout(waiting?.timer);
    this.#waiting.delete(id);
    if (this.#retired) this.retire();
    return waiting;
  }

  /** Whoever waits fails; nothing can be sent any more. */
  fail(failure: WireFailure): void {
    this.#failure ??= failure;
    for (const id of [...this.#waiting.keys()]) this.#settled(id)?.reject(this.#failure);
  }
}

const mostWaiting = 1_024;
const mostBytes = 4 * 1024 * 1024;
/** Milliseconds in which events that flow are gathered. */
const gathering = 5;

/** A running subscription. What the reader has not taken yet is bounded: when it is slow, the server waits. */
export class Subscription {
  #waiting: Delivery[] = [];
  #bytes = 0;
  #lastTaken = -Infinity;
  #failure: WireFailure | undefined;
  #wake: () => void = () => undefined;

  constructor(
    private readonly call: ClientReadableStream<streams.ReadResp>,
    failed: (error: unknown) => WireFailure,
  ) {
    const end = (error: unknown): void => {
      this.#failure ??= failed(error);
      this.#wake();
    };
    call.on('data', (message: streams.ReadResp) => {
      try {
        this.#arrived(delivery(message));
      } catch (error) {
        end(error);
      }
    });
    call.on('error', end);
    call.on('end', () => end(new WireFailure('the server ended the subscription', 'passing')));
  }

  /**
   * What has come, as soon as there is anything; nothing when nothing comes for `patience` ms. While events flow, some are
   * gathered, for whoever takes them does better with many at a time. Throws why it has ended.
   */
  async take(patience: number, signal: AbortSignal): Promise<Delivery[]> {
    if (this.#waiting.length === 0 && !this.#failure && !signal.aborted) await this.#next(patience, signal);
    if (this.#waiting.length === 0 && this.#failure) throw this.#failure;
    const inFlow = performance.now() - this.#lastTaken < 2 * gathering;
    if (inFlow && this.#waiting.length > 0 && this.#waiting.length < mostWaiting / 8) await sleep(gathering);
    const taken = this.#waiting;
    this.#waiting = [];
    this.#bytes = 0;
    this.#lastTaken = performance.now();
    this.call.resume();
    return taken;
  }

  cancel(): void {
    this.#failure ??= new WireFailure('the subscription was cancelled', 'passing');
    this.call.cancel();
    this.#wake();
  }

  #arrived(one: Delivery | undefined): void {
    if (!one) return;
    this.#waiting.push(one);
    if (one.kind === 'event') this.#bytes += one.event.data.length + one.event.metadata.length;
    if (this.#waiting.length >= mostWaiting || this.#bytes >= mostBytes) this.call.pause();
    this.#wake();
  }

  /** What comes in one turn of the event loop comes together. */
  async #next(patience: number, signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        this.#wake = () => undefined;
        setImmediate(resolve);
      };
      const timer = setTimeout(wake, patience);
      signal.addEventListener('abort', wake);
      this.#wake = wake;
    });
  }
}

function channelCredentials(settings: ConnectionOptions): ChannelCredentials {
  if (settings.tls === false) return credentials.createInsecure();
  const file = (path: string | undefined): Buffer | null => (path === undefined ? null : readFileSync(path));
  const secure = credentials.createSsl(
    file(settings.tlsCAFile),
    file(settings.userKeyFile),
    file(settings.userCertFile),
  );
  const login = settings.defaultCredentials;
  if (!login) return secure;
  const authorization = `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`;
  return credentials.combineChannelCredentials(
    secure,
    CallCredentials.createFromMetadataGenerator((_, done) => {
      const metadata = new Metadata();
      metadata.set('authorization', authorization);
      done(null, metadata);
    }),
  );
}
