import type { Share } from './processes.js';
import { simulate, Workshop } from './simulate.js';

const workshop = new Workshop();

process.on('message', (share: Share) => {
  void simulate(share, workshop).then((result) => process.send?.(result));
});
