import { Moment, Whole } from '../fields.js';

export class MoveClockDto {
  @Moment({ about: 'A day or a point in time, later than now.', example: '2026-09-01', optional: true })
  to?: string;

  @Whole(1, 3660, { about: 'How many days on.', example: 7, optional: true })
  days?: number;
}
