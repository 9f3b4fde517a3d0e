import type { LocalDate } from '../when.js';

/** What a point does. One point may do two things. */
export const pointKinds = [
  'noted',
  'endorsed',
  'approved',
  'assigned',
  'recommended',
  'decided',
  'tabled',
  'referredBack',
  'rejected',
] as const;
export type PointKind = (typeof pointKinds)[number];

/** A numbered point of a decision, verbatim. */
export interface DecisionPoint {
  readonly number: number;
  readonly kinds: readonly PointKind[];
  readonly text: string;
}

export type DecisionEvent =
  | { readonly type: 'DecisionRecorded'; readonly data: DecisionRecorded }
  | {
      readonly type: 'PointMarkedNoActionNeeded';
      readonly data: { readonly point: number; readonly reason?: string };
    }
  | { readonly type: 'DecisionConfirmed'; readonly data: { readonly meeting?: string } }
  | { readonly type: 'DecisionCorrected'; readonly data: DecisionChanged }
  | { readonly type: 'DecisionAmended'; readonly data: DecisionChanged & { readonly by?: string } }
  | { readonly type: 'DecisionSuperseded'; readonly data: { readonly by: string; readonly reason?: string } }
  | { readonly type: 'DecisionRevoked'; readonly data: { readonly reason: string; readonly by?: string } }
  | { readonly type: 'DecisionDispatched'; readonly data: { readonly to: readonly string[] } };

/** When it was taken is the fact's `occurred`; from when it holds is its `effectiveFrom`. */
export interface DecisionRecorded {
  readonly body: string;
  readonly title: string;
  readonly points: readonly DecisionPoint[];
  readonly meeting?: string;
  readonly agendaItem?: string;
  readonly matter?: string;
}

/** A new wording of the title or of points; what stood before is kept beside it. */
export interface DecisionChanged {
  readonly reason: string;
  readonly title?: { readonly from: string; readonly to: string };
  readonly points: readonly {
    readonly number: number;
    readonly from?: DecisionPoint;
    readonly to: DecisionPoint;
  }[];
  readonly effectiveFrom?: { readonly from?: LocalDate; readonly to: LocalDate };
}
