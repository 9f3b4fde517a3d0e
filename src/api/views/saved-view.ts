import { localDate } from '../../clock.js';
import type { SavedFound } from '../../projections/saved-views.js';
import { MaybeShown, Shown } from './shown.js';

/** Where a review was asked: its place in the log, and when. */
export class AskedAtView {
  @Shown({ about: 'The answer holds every fact before this place in the log.', example: '128' })
  readonly position: string;

  @Shown({ example: '2026-06-05T08:15:30.123Z' })
  readonly at: string;

  @Shown({ about: 'The day it was, and is in the answer.', example: '2026-06-05' })
  readonly on: string;
}

/** An address of the web that was saved under a name. */
export class SavedViewView {
  @Shown({ example: 'vy-1' })
  readonly id: string;

  @Shown({ example: 0 })
  readonly revision: number;

  @Shown({ example: 'sra' })
  readonly body: string;

  @Shown({ example: 'Försenat före mötet i juni' })
  readonly name: string;

  @Shown({ example: '/uppdrag?forsenat=ja' })
  readonly address: string;

  @Shown({ about: 'Everyone who reads the body sees it; else only you.' })
  readonly shared: boolean;

  @Shown({ about: 'It has been removed; it can still be opened and put back.' })
  readonly removed: boolean;

  @MaybeShown({ type: AskedAtView, about: 'Of a review: where its answer is fixed.' })
  readonly asked?: AskedAtView;
}

export const savedViewView = (
  { id, revision, state, position, recordedAt }: SavedFound,
  timeZone: string,
): SavedViewView => ({
  id,
  revision,
  body: state.body,
  name: state.name,
  address: state.address,
  shared: state.owner === undefined,
  removed: state.removed,
  ...(state.review && { asked: { position, at: recordedAt, on: localDate(recordedAt, timeZone) } }),
});
