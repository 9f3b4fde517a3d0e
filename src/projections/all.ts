import { assignments } from './assignments.js';
import { attentionPoints } from './attention-points.js';
import { audit } from './audit.js';
import { board } from './board.js';
import { decisionLog } from './decision-log.js';
import { directory } from './directory.js';
import { feeds } from './feeds.js';
import { history } from './history.js';
import { matters } from './matters.js';
import { meetings } from './meetings.js';
import type { Projection } from './projection.js';
import { reminders } from './reminders.js';
import { search } from './search.js';
import { savedViews } from './saved-views.js';

/** Every read model, in the order in which they take an event. */
export const allProjections: readonly Projection[] = [
  directory,
  meetings,
  matters,
  assignments,
  board,
  attentionPoints,
  decisionLog,
  history,
  reminders,
  search,
  audit,
  feeds,
  savedViews,
];
