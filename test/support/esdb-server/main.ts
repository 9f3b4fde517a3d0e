import { createServer, type IncomingMessage } from 'node:http';
import { parseArgs } from 'node:util';
import { ServerLog } from './log.js';
import { type Endpoint, EsdbServer, type WriteFault } from './server.js';

/**
 * EventStoreDB wire test server as a process of its own: `--port`, `--control` (0: any free port), `--file` to keep its log over
 * a restart, `--can-fall-silent`. Prints `{"port":…,"control":…}`. Each command is a POST to the control port with its
 * argument as a JSON body; the answer is what was asked of the server so far.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    control: { type: 'string', default: '0' },
    file: { type: 'string' },
    'can-fall-silent': { type: 'boolean', default: false },
  },
});

const log = new ServerLog(values.file);
const start = (port: number): Promise<EsdbServer> =>
  EsdbServer.start({ log, port, canFallSilent: values['can-fall-silent'] });
let server = await start(Number(values.port));

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isEndpoint = (value: unknown): value is Endpoint =>
  isObject(value) && 'address' in value && 'port' in value;
const isFault = (value: unknown): value is WriteFault =>
  isObject(value) && 'kind' in value && 'when' in value;

/** What each command does with its argument. */
const commands: Record<string, (argument: unknown) => void | Promise<void>> = {
  asked: () => undefined,
  writeFaults: (faults) => {
    if (Array.isArray(faults)) server.writeFaults.push(...faults.filter(isFault));
  },
  delay: (ms) => void (server.delay = Number(ms)),
  leader: (leader) => void (server.leader = isEndpoint(leader) ? leader : undefined),
  stalled: (stalled) => void (server.stalled = stalled === true),
  repeats: (events) => void (server.repeats = Number(events)),
  dropAfter: (events) => void (server.dropAfter = Number(events)),
  dropSubscriptions: () => server.dropSubscriptions(),
  cut: () => server.cut(),
  mute: () => server.mute(),
  scavenge: () => log.scavenge(),
  restart: async (downFor) => {
    const { port } = server;
    await server.stop();
    await new Promise((resolve) => setTimeout(resolve, Number(downFor)));
    server = await start(port);
  },
};

async function argumentOf(request: IncomingMessage): Promise<unknown> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return JSON.parse(body || 'null');
}

const control = createServer((request, response) => {
  const command = commands[request.url?.slice(1) ?? ''];
  void (async () => {
    try {
      if (!command) throw new Error(`no command ${request.url ?? ''}`);
      await command(await argumentOf(request));
      response.end(JSON.stringify(server.asked));
    } catch (error) {
      response.statusCode = 400;
      response.end(String(error));
    }
  })();
});
control.listen(Number(values.control), '127.0.0.1', () => {
  const address = control.address();
  const controlPort = address !== null && typeof address !== 'string' ? address.port : 0;
  process.stdout.write(`${JSON.stringify({ port: server.port, control: controlPort })}\n`);
});
