import { type AsOf, axes } from '../../projections/as-of.js';
import { Shown } from './shown.js';

/** The date and axis an answer is read as of. */
export class AsOfView {
  @Shown({ example: 'statedBy', type: String })
  readonly axis: (typeof axes)[number];

  @Shown({ example: '2026-03-01' })
  readonly date: string;
}

export const asOfView = (asOf: AsOf | undefined): AsOfView | undefined => asOf;
