import type { DueWindow } from '../due-window.js';
import type { MeetingKind } from '../meeting/events.js';

export type MatterEvent =
  | { readonly type: 'MatterOpened'; readonly data: MatterOpened }
  | { readonly type: 'MilestonePlanned'; readonly data: MilestonePlanned }
  | { readonly type: 'MilestoneMoved'; readonly data: MilestoneMoved }
  | {
      readonly type: 'MilestoneReached';
      readonly data: { readonly milestone: string; readonly note?: string };
    }
  | {
      readonly type: 'MilestoneDropped';
      readonly data: { readonly milestone: string; readonly reason?: string };
    }
  | { readonly type: 'MatterLinked'; readonly data: MatterLinked }
  | { readonly type: 'MatterClosed'; readonly data: { readonly reason?: string } }
  | { readonly type: 'MatterReopened'; readonly data: { readonly reason: string } };

export interface MatterOpened {
  readonly body: string;
  readonly title: string;
  readonly description?: string;
  /** The registry number the body uses, if any. */
  readonly number?: string;
}

/** `form` tells how a milestone that is a standpoint is to be taken: at a meeting or per capsulam. */
export interface MilestonePlanned {
  readonly milestone: string;
  readonly label: string;
  readonly window: DueWindow;
  readonly form?: MeetingKind;
}

export interface MilestoneMoved {
  readonly milestone: string;
  readonly from: DueWindow;
  readonly to: DueWindow;
  readonly form?: MeetingKind;
  readonly reason?: string;
  readonly reasonStated: boolean;
  readonly decidedBy?: string;
}

export interface MatterLinked {
  readonly kind: 'matter' | 'decision' | 'document';
  /** A stream id for matters and decisions, a title or address for documents. */
  readonly target: string;
  readonly note?: string;
}
