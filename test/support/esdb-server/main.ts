import { createServer, type IncomingMessage } from 'node:http';
import { parseArgs } from 'node:util';
import { ServerLog } from './log.js';
import { EsdbServer } from './server.js';
import { Cluster } from './unrest.js';

/**
 * EventStoreDB wire test servers as a process of their own: two nodes on one log. `--ports a,b` and `--control` (0: any free
 * port), `--file` to keep the log over a restart, `--leading` 0 or 1. Prints `{"ports":[…],"control":…}`. A POST to the control
 * port at `/unrest` (a seed as its body), `/rest` or `/elect` is a command; the answer is what has befallen the nodes.
 */
const { values } = parseArgs({
  options: {
    ports: { type: 'string', default: '0,0' },
    control: { type: 'string', default: '0' },
    file: { type: 'string' },
    leading: { type: 'string', default: '0' },
  },
});

const log = new ServerLog(values.file);
const nodes = await Promise.all(
  values.ports.split(',').map((port) => EsdbServer.start({ log, port: Number(port), canFallSilent: true })),
);
const cluster = new Cluster(nodes, Number(values.leading));

const commands: Record<string, (argument: string) => void> = {
  '/unrest': (seed) => {
    cluster.unrest(Number(seed));
  },
  '/rest': () => {
    cluster.rest();
  },
  '/elect': () => {
    cluster.elect();
  },
};

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

const control = createServer((request, response) => {
  void bodyOf(request).then((body) => {
    const command = commands[request.url ?? ''];
    response.statusCode = command ? 200 : 404;
    command?.(body);
    response.end(JSON.stringify(cluster.befallen));
  });
});
control.listen(Number(values.control), '127.0.0.1', () => {
  const address = control.address();
  const at = address !== null && typeof address !== 'string' ? address.port : 0;
  process.stdout.write(`${JSON.stringify({ ports: nodes.map(({ port }) => port), control: at })}\n`);
});
