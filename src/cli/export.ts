import { localDate } from '../clock.js';
import { kindOf, type Recorded, type StreamKind } from '../domain/events.js';
import { currentVersions } from '../domain/upcast.js';
import type { LocalLog } from '../event-store/local-log.js';
import { isLocalDate } from '../domain/calendar.js';

/** A fact in the JSON shape of CloudEvents 1.0; what the log knows besides is in extension attributes. */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  /** `se.beslutslogg.DeadlineMoved.v1`: the kind of fact and the version of its shape. */
  readonly type: string;
  /** The stream, `assignment-…`. */
  readonly subject: string;
  /** When it was recorded. */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly streamrevision: number;
  readonly position: string;
  readonly statedat: string;
  /** Left out when the source does not say. */
  readonly occurred?: string;
  readonly effectivefrom?: string;
  readonly actor: string;
  readonly actorrole: string;
  readonly correlationid: string;
  readonly causationid: string;
  readonly commandkey?: string;
  readonly sourcedocument?: string;
  readonly sourcequote?: string;
  /** `start-end` in the text of the document. */
  readonly sourcespan?: string;
  readonly data: unknown;
}

/** The fact as a CloudEvent; `source` names the log it comes from (a URI). */
export function toCloudEvent(event: Recorded, source: string): CloudEvent {
  const { document, quote, span } = event.source ?? {};
  return {
    specversion: '1.0',
    id: event.id,
    source,
    type: `se.beslutslogg.${event.type}.v${currentVersions[event.type].toString()}`,
    subject: event.stream,
    time: event.recordedAt,
    datacontenttype: 'application/json',
    streamrevision: event.revision,
    position: event.position,
    statedat: event.statedAt,
    occurred: event.occurred ?? undefined,
    effectivefrom: event.effectiveFrom,
    actor: event.actor.id,
    actorrole: event.actor.role,
    correlationid: event.correlationId,
    causationid: event.causationId,
    commandkey: event.command?.key,
    sourcedocument: document,
    sourcequote: quote,
    sourcespan: span?.join('-'),
    data: event.data,
  };
}

export interface ExportOptions {
  /** A position: that fact and all after it. A day: what was recorded from that day on, in `timeZone`. */
  readonly from?: string;
  readonly timeZone: string;
  /** Only facts of these kinds of streams. */
  readonly kinds?: readonly StreamKind[];
  /** False leaves out the personal streams: names, addresses, absences. */
  readonly people: boolean;
  readonly source: string;
  /** How many of the log's facts have been looked at. */
  readonly onProgress?: (done: number) => void;
}

const batch = 500;

/** Whether a text can be the start of an export: a position or a day. */
export const isExportStart = (from: string): boolean => /^\d{1,20}$/.test(from) || isLocalDate(from);

/**
 * Writes the log as lines of CloudEvents, in the order of the log, as fast as `out` takes them. Answers how many were
 * written. Ends early, without error, when `out` is closed by its reader. Throws what the log throws.
 */
export async function exportLog(
  log: LocalLog,
  out: NodeJS.WritableStream,
  options: ExportOptions,
): Promise<number> {
  const { from, kinds, people, source } = options;
  const day = from !== undefined && isLocalDate(from) ? from : undefined;
  const wanted = (event: Recorded): boolean =>
    (people || kindOf[event.type] !== 'person') &&
    (kinds === undefined || kinds.includes(kindOf[event.type])) &&
    (day === undefined || localDate(event.recordedAt, options.timeZone) >= day);

  let closed = false;
  const onClose = (): void => {
    closed = true;
  };
  out.on('close', onClose).on('error', onClose);
  let after =
    from === undefined || day !== undefined || BigInt(from) === 0n ? null : (BigInt(from) - 1n).toString();
  let done = 0;
  let written = 0;
  while (!closed) {
    const events = log.after(after, batch);
    const last = events.at(-1);
    if (!last) break;
    const lines = events.filter(wanted).map((event) => `${JSON.stringify(toCloudEvent(event, source))}\n`);
    if (lines.length > 0 && !out.write(lines.join(''))) await roomIn(out);
    written += lines.length;
    done += events.length;
    options.onProgress?.(done);
    after = last.position;
  }
  return written;
}

/** Until a stream takes more, or will take nothing any more. */
async function roomIn(out: NodeJS.WritableStream): Promise<void> {
  const signs = ['drain', 'close', 'error'] as const;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      for (const sign of signs) out.removeListener(sign, done);
      resolve();
    };
    for (const sign of signs) out.on(sign, done);
  });
}
