import { assignments } from './assignments.js';
import { board } from './board.js';
import { directory } from './directory.js';
import { matters } from './matters.js';
import { meetings } from './meetings.js';
import type { Projection } from './projection.js';

/** Every read model, in the order in which they take an event. */
export const allProjections: readonly Projection[] = [directory, meetings, matters, assignments, board];
