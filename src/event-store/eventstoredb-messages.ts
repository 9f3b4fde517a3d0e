import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type ServiceError, status } from '@grpc/grpc-js';

/** An event on its way to the server; `data` and `metadata` are JSON texts. */
export interface SentEvent {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

/** An event as the server gives it. `position` is its commit position, a decimal number. */
export interface ServedEvent extends SentEvent {
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
}

/** What the server says of an append. It does not always know the position of what stood there before. */
export type Verdict =
  | { readonly kind: 'written'; readonly revision: number; readonly position: string | undefined }
  | { readonly kind: 'wrong'; readonly current: number | 'none' }
  | { readonly kind: 'deleted' };

/**
 * A place in the server's order of everything. An event stands where `commit` and `prepare` are its position; a checkpoint
 * stands before an event with the same `commit`.
 */
export interface Mark {
  readonly commit: string;
  readonly prepare: string;
}

/** What a subscription brings: events, and marks up to which there is nothing more for us. */
export type Delivery =
  | { readonly kind: 'event'; readonly event: ServedEvent }
  | { readonly kind: 'checkpoint'; readonly mark: Mark };

/**
 * A call that failed. `passing`: it may succeed when it is made again, and what a write did is unknown; `deleted`, `absent`:
 * what is wrong with the stream; `refused`: asking again is no use.
 */
export class WireFailure extends Error {
  constructor(
    message: string,
    readonly kind: 'passing' | 'deleted' | 'absent' | 'refused',
    readonly leader?: Endpoint,
  ) {
    super(message);
  }
}

/** Where a node answers. */
export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

const unknownPosition = '18446744073709551615';
/** The protocol's word for a choice that carries nothing. */
export const nothing = new shared.Empty();

/** The deadline has passed. */
export const late = (what: string): WireFailure =>
  new WireFailure(`${what} was not answered in time`, 'passing');

const passing: readonly status[] = [
  status.ABORTED,
  status.CANCELLED,
  status.DEADLINE_EXCEEDED,
  status.INTERNAL,
  status.RESOURCE_EXHAUSTED,
  status.UNAVAILABLE,
  status.UNKNOWN,
];

const isServiceError = (error: unknown): error is ServiceError =>
  error instanceof Error && 'code' in error && typeof error.code === 'number' && 'metadata' in error;

/** What an error of a call means. */
export function failureOf(error: unknown): WireFailure {
  if (error instanceof WireFailure) return error;
  if (!isServiceError(error))
    return new WireFailure(error instanceof Error ? error.message : String(error), 'passing');
  const trailer = (name: string): string => String(error.metadata.get(name)[0] ?? '');
  const leader = { address: trailer('leader-endpoint-host'), port: Number(trailer('leader-endpoint-port')) };
  switch (trailer('exception')) {
    case 'not-leader':
      return new WireFailure(`${leader.address}:${leader.port} leads`, 'passing', leader);
    case 'stream-deleted':
      return new WireFailure(error.details, 'deleted');
    case 'wrong-expected-version':
      return new WireFailure(error.details, 'absent');
    default:
      return new WireFailure(error.message, passing.includes(error.code) ? 'passing' : 'refused');
  }
}

/** A stream's name. */
export const identifier = (stream: string): shared.StreamIdentifier =>
  new shared.StreamIdentifier().setStreamName(Buffer.from(stream));

/** A mark in a request. */
export const positionOf = ({ commit, prepare }: Mark): streams.ReadReq.Options.Position =>
  new streams.ReadReq.Options.Position().setCommitPosition(commit).setPreparePosition(prepare);

/** One append, whole in one message. */
export function appendRequest(
  stream: string,
  expected: number | 'none' | 'any',
  events: readonly SentEvent[],
): streams.BatchAppendReq {
  const options = new streams.BatchAppendReq.Options().setStreamIdentifier(identifier(stream));
  if (expected === 'any') options.setAny(nothing);
  else if (expected === 'none') options.setNoStream(nothing);
  else options.setStreamPosition(`${expected}`);
  return new streams.BatchAppendReq()
    .setOptions(options)
    .setProposedMessagesList(events.map(proposal))
    .setIsFinal(true);
}

function proposal(event: SentEvent): streams.BatchAppendReq.ProposedMessage {
  const message = new streams.BatchAppendReq.ProposedMessage()
    .setId(new shared.UUID().setString(event.id))
    .setData(Buffer.from(event.data))
    .setCustomMetadata(Buffer.from(event.metadata));
  message.getMetadataMap().set('type', event.type).set('content-type', 'application/json');
  return message;
}

/** Options of a read: all of it forwards, or the last `count` backwards. */
export function readOptions(count?: number): streams.ReadReq.Options {
  const { FORWARDS, BACKWARDS } = streams.ReadReq.Options.ReadDirection;
  const options = new streams.ReadReq.Options()
    .setUuidOption(new streams.ReadReq.Options.UUIDOption().setString(nothing))
    .setReadDirection(count === undefined ? FORWARDS : BACKWARDS);
  return options.setCount(`${count ?? Number.MAX_SAFE_INTEGER}`);
}

/** Only streams with the prefixes. */
export function streamFilter(prefixes: readonly string[]): streams.ReadReq.Options.FilterOptions {
  const expression = new streams.ReadReq.Options.FilterOptions.Expression().setPrefixList([...prefixes]);
  return new streams.ReadReq.Options.FilterOptions()
    .setStreamIdentifier(expression)
    .setMax(512)
    .setCheckpointintervalmultiplier(1);
}

/** What an answer to an append says. Throws {@link WireFailure} when it says neither yes nor no. */
export function verdict(answer: streams.BatchAppendResp): Verdict {
  const success = answer.getSuccess();
  if (success) {
    const position = success.getPosition()?.getCommitPosition();
    return { kind: 'written', revision: Number(success.getCurrentRevision()), position };
  }
  const details = answer.getError()?.getDetails();
  const kind = details?.getTypeName().replace('event_store.client.', '') ?? '';
  if (kind === 'StreamDeleted') return { kind: 'deleted' };
  if (kind === 'WrongExpectedVersion') {
    const wrong = shared.WrongExpectedVersion.deserializeBinary(details?.getValue_asU8() ?? new Uint8Array());
    const current = wrong.hasCurrentStreamRevision() ? Number(wrong.getCurrentStreamRevision()) : 'none';
    return { kind: 'wrong', current };
  }
  const refused = ['AccessDenied', 'BadRequest', 'InvalidTransaction', 'MaximumAppendSizeExceeded'];
  const message = `${kind} ${answer.getError()?.getMessage() ?? ''}`.trim();
  throw new WireFailure(message, refused.includes(kind) ? 'refused' : 'passing');
}

const text = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');

/** The event in a message, if it carries one. */
export function served(message: streams.ReadResp): ServedEvent | undefined {
  const event = message.getEvent()?.getEvent();
  if (!event) return undefined;
  const position = event.getCommitPosition();
  if (position === unknownPosition)
    throw new WireFailure(
      'the server does not tell the positions of events; 22.6 or newer is needed',
      'refused',
    );
  return {
    id: event.getId()?.getString() ?? '',
    type: event.getMetadataMap().get('type') ?? '',
    data: text(event.getData_asU8()),
    metadata: text(event.getCustomMetadata_asU8()),
    stream: text(event.getStreamIdentifier()?.getStreamName_asU8() ?? new Uint8Array()),
    revision: Number(event.getStreamRevision()),
    position,
  };
}

/** What a message of a subscription brings, if anything. */
export function delivery(message: streams.ReadResp): Delivery | undefined {
  const event = served(message);
  if (event) return { kind: 'event', event };
  const checkpoint = message.getCheckpoint();
  if (!checkpoint) return undefined;
  const mark = { commit: checkpoint.getCommitPosition(), prepare: checkpoint.getPreparePosition() };
  return { kind: 'checkpoint', mark };
}

/** What the messages carry that carry anything. */
export function carried<T>(
  messages: readonly streams.ReadResp[],
  read: (message: streams.ReadResp) => T | undefined,
): T[] {
  const found: T[] = [];
  for (const message of messages) {
    const one = read(message);
    if (one !== undefined) found.push(one);
  }
  return found;
}
