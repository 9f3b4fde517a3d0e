import type { LocalDate } from '../when.js';

export type MeetingKind = 'ordinary' | 'extra' | 'perCapsulam';

export type MeetingEvent =
  | { readonly type: 'MeetingScheduled'; readonly data: MeetingScheduled }
  | { readonly type: 'MeetingMoved'; readonly data: MeetingMoved }
  | { readonly type: 'MeetingCancelled'; readonly data: { readonly reason?: string } }
  | { readonly type: 'MeetingHeld'; readonly data: MeetingHeld }
  | { readonly type: 'PerCapsulamOpened'; readonly data: { readonly replyBy?: LocalDate } }
  | { readonly type: 'PerCapsulamConcluded'; readonly data: { readonly outcome?: string } }
  | { readonly type: 'NotesApproved'; readonly data: { readonly atMeeting?: string } }
  | { readonly type: 'PerCapsulamReported'; readonly data: { readonly toMeeting: string } };

export interface MeetingScheduled {
  readonly body: string;
  readonly kind: MeetingKind;
  readonly date: LocalDate;
  /** Local times of day, `HH:MM`. */
  readonly start?: string;
  readonly end?: string;
  readonly place?: string;
  readonly title?: string;
}

export interface MeetingMoved {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly reason?: string;
  readonly reasonStated: boolean;
}

/** Attendance by opaque person id. */
export interface MeetingHeld {
  readonly present: readonly string[];
  readonly absent: readonly string[];
}
