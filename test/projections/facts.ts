import { type DueWindow, parseDueWindow } from '../../src/domain/due-window.js';
import type { ActorRole, DomainEvent, Recorded, StreamName } from '../../src/domain/events.js';
import type { Edtf, Instant, LocalDate, SourceRef } from '../../src/domain/when.js';
import { LocalLog } from '../../src/event-store/local-log.js';

/** When a fact was told and by whom; what is left out is the same every time. */
export interface Telling {
  readonly statedAt?: LocalDate;
  readonly occurred?: Edtf | null;
  readonly recordedAt?: Instant;
  readonly effectiveFrom?: LocalDate;
  readonly by?: ActorRole;
  readonly actor?: string;
  readonly source?: SourceRef;
}

/** A fact of a stream. */
export type Fact = readonly [stream: StreamName, event: DomainEvent, telling?: Telling];

/** Writes facts at the end of a log, in order. Told on 13 November 2025 and recorded that day, unless they say otherwise. */
export function tell(log: LocalLog, ...facts: readonly Fact[]): readonly Recorded[] {
  return facts.map(([stream, event, telling = {}]) => {
    const { statedAt = '2025-11-13', occurred = statedAt, effectiveFrom, source } = telling;
    const position = String(Number(log.head() ?? '0') + 1);
    const recorded: Recorded = {
      ...event,
      id: `e-${position}`,
      stream,
      revision: log.stream(stream).length,
      position,
      actor: { id: telling.actor ?? 'u9', role: telling.by ?? 'secretary' },
      correlationId: `c-${position}`,
      causationId: `c-${position}`,
      occurred,
      statedAt,
      recordedAt: telling.recordedAt ?? `${statedAt}T10:00:00.000Z`,
      ...(effectiveFrom !== undefined && { effectiveFrom }),
      ...(source && { source }),
    };
    log.copyIn([recorded]);
    return recorded;
  });
}

/** A log in memory that holds these facts. */
export function logOfFacts(...facts: readonly Fact[]): LocalLog {
  const log = LocalLog.open(':memory:', { mode: 'copy' });
  tell(log, ...facts);
  return log;
}

/** A deadline read as on the day it was said. */
export const due = (words: string, statedAt: LocalDate = '2025-11-13'): DueWindow =>
  parseDueWindow(words, { statedAt });

export const decided = (title: string, ...points: readonly string[]): DomainEvent => ({
  type: 'DecisionRecorded',
  data: {
    body: 'sra',
    title,
    points: points.map((text, at) => ({ number: at + 1, kinds: ['noted'], text })),
  },
});

export const given = (
  title: string,
  more: Partial<Extract<DomainEvent, { type: 'AssignmentGiven' }>['data']> = {},
): DomainEvent => ({
  type: 'AssignmentGiven',
  data: {
    body: 'sra',
    title,
    kind: 'assignment',
    responsible: [],
    deadline: due('senast i juni 2026'),
    deliverables: [],
    preconditions: [],
    ...more,
  },
});

export const reported = (text: string): DomainEvent => ({
  type: 'ProgressReported',
  data: { status: 'onTrack', text },
});
