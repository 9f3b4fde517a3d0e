import type { Share } from './processes.js';
import { simulate } from './simulate.js';

process.on('message', (share: Share) => {
  void simulate(share).then((result) => process.send?.(result));
});
