import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import status from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Expected, LogEvent, Mark, Outcome, Proposed } from './log.js';

type Answered = Exclude<Outcome, { kind: 'deleted' }>;

const nothing = (): InstanceType<typeof shared.Empty> => new shared.Empty();
const googleNothing = (): InstanceType<typeof empty.Empty> => new empty.Empty();

/** The stream a request names. */
export const streamNameOf = (identifier: shared.StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

const identifierOf = (stream: string): shared.StreamIdentifier =>
  new shared.StreamIdentifier().setStreamName(Buffer.from(stream).toString('base64'));

/** The expected revision of a request, given the number it carries if it is one. */
export function expectedOf(
  options: { hasAny(): boolean; hasNoStream(): boolean; hasStreamExists(): boolean },
  revision: string,
): Expected {
  if (options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'none';
  return options.hasStreamExists() ? 'exists' : Number(revision);
}

/** The event of an append. */
export function proposedOf(
  message: streams.AppendReq.ProposedMessage | streams.BatchAppendReq.ProposedMessage | undefined,
): Proposed {
  const metadata = message?.getMetadataMap();
  return {
    id: message?.getId()?.getString() ?? '',
    type: metadata?.get('type') ?? '',
    contentType: metadata?.get('content-type') ?? 'application/octet-stream',
    data: message?.getData_asU8() ?? new Uint8Array(),
    metadata: message?.getCustomMetadata_asU8() ?? new Uint8Array(),
  };
}

/** The answer to a plain append. */
export function appendAnswer(outcome: Answered, expected: Expected): streams.AppendResp {
  const answer = new streams.AppendResp();
  if (outcome.kind === 'written') {
    const success = new streams.AppendResp.Success().setCurrentRevision(`${outcome.revision}`);
    if (outcome.position === undefined) return answer.setSuccess(success.setNoPosition(nothing()));
    const at = new streams.AppendResp.Position();
    at.setCommitPosition(`${outcome.position}`).setPreparePosition(`${outcome.position}`);
    return answer.setSuccess(success.setPosition(at));
  }
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (outcome.current === 'none') wrong.setCurrentNoStream(nothing());
  else wrong.setCurrentRevision(`${outcome.current}`);
  if (expected === 'any') wrong.setExpectedAny(nothing());
  else if (expected === 'none') wrong.setExpectedNoStream(nothing());
  else if (expected === 'exists') wrong.setExpectedStreamExists(nothing());
  else wrong.setExpectedRevision(`${expected}`);
  return answer.setWrongExpectedVersion(wrong);
}

/** The answer to one append of a batch stream; its correlation id is still to be set. */
export function batchAnswer(outcome: Outcome, expected: Expected, stream: string): streams.BatchAppendResp {
  const answer = new streams.BatchAppendResp().setStreamIdentifier(identifierOf(stream));
  if (outcome.kind === 'written') {
    const success = new streams.BatchAppendResp.Success().setCurrentRevision(`${outcome.revision}`);
    if (outcome.position === undefined) return answer.setSuccess(success.setNoPosition(googleNothing()));
    const at = new shared.AllStreamPosition();
    at.setCommitPosition(`${outcome.position}`).setPreparePosition(`${outcome.position}`);
    return answer.setSuccess(success.setPosition(at));
  }
  const details = new any.Any();
  if (outcome.kind === 'deleted') {
    const deleted = new shared.StreamDeleted().setStreamIdentifier(identifierOf(stream));
    details.pack(deleted.serializeBinary(), 'event_store.client.StreamDeleted');
  } else {
    const wrong = new shared.WrongExpectedVersion();
    if (outcome.current === 'none') wrong.setCurrentNoStream(googleNothing());
    else wrong.setCurrentStreamRevision(`${outcome.current}`);
    if (expected === 'any') wrong.setExpectedAny(googleNothing());
    else if (expected === 'none') wrong.setExpectedNoStream(googleNothing());
    else if (expected === 'exists') wrong.setExpectedStreamExists(googleNothing());
    else wrong.setExpectedStreamPosition(`${expected}`);
    details.pack(wrong.serializeBinary(), 'event_store.client.WrongExpectedVersion');
  }
  return answer.setError(new status.Status().setMessage(outcome.kind).setDetails(details));
}

/** An event as reads and subscriptions send it. */
export function readEvent(event: LogEvent): streams.ReadResp {
  const position = `${event.position}`;
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(event.id))
    .setStreamIdentifier(identifierOf(event.stream))
    .setStreamRevision(`${event.revision}`)
    .setCommitPosition(position)
    .setPreparePosition(position)
    .setData(event.data)
    .setCustomMetadata(event.metadata);
  recorded
    .getMetadataMap()
    .set('type', event.type)
    .set('created', event.created)
    .set('content-type', event.contentType);
  return new streams.ReadResp().setEvent(
    new streams.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(position),
  );
}

export const confirmation = (id: string): streams.ReadResp =>
  new streams.ReadResp().setConfirmation(
    new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(id),
  );

export const caughtUp = (): streams.ReadResp =>
  new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp());

export const checkpoint = (mark: Mark): streams.ReadResp =>
  new streams.ReadResp().setCheckpoint(
    new streams.ReadResp.Checkpoint()
      .setCommitPosition(`${mark.commit}`)
      .setPreparePosition(`${mark.prepare}`),
  );

export const noSuchStream = (stream: string): streams.ReadResp =>
  new streams.ReadResp().setStreamNotFound(
    new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(stream)),
  );

/** The events a read or subscription asks for, and after how many considered ones it wants a checkpoint. */
export function filterOf(options: streams.ReadReq.Options): {
  readonly matches: (event: LogEvent) => boolean;
  readonly checkpointEvery: number;
} {
  const filter = options.getFilter();
  const expression = filter?.getStreamIdentifier() ?? filter?.getEventType();
  if (!filter || !expression) return { matches: () => true, checkpointEvery: Infinity };
  const subject = (event: LogEvent): string => (filter.hasStreamIdentifier() ? event.stream : event.type);
  const checkpointEvery = (filter.getMax() || 32) * filter.getCheckpointintervalmultiplier();
  const prefixes = expression.getPrefixList();
  if (!expression.getRegex()) {
    return {
      matches: (event) => prefixes.some((prefix) => subject(event).startsWith(prefix)),
      checkpointEvery,
    };
  }
  const regex = new RegExp(expression.getRegex());
  return { matches: (event) => regex.test(subject(event)), checkpointEvery };
}

/** What this server says it can do. */
export function supportedMethods(): features.SupportedMethods {
  const methods = ['append', 'batchappend', 'read', 'delete', 'tombstone'].map((name) =>
    new features.SupportedMethod().setServiceName('event_store.client.streams.Streams').setMethodName(name),
  );
  return new features.SupportedMethods().setMethodsList(methods).setEventStoreServerVersion('24.10.4');
}
