import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { comparePositions } from '../../../src/domain/events.js';
import { ground, Ledger, newMatter } from '../ledger.js';
import { token } from '../program.js';
import { flawsOf, memoryOf, type Scenario, settled } from '../scenario.js';

const slow = 40;
const mostGrowth = 60;

function open(url: string): Socket {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.write(`GET /api/events HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: Bearer ${token}\r\n\r\n`);
  return socket;
}

/** Readers of the live feed who never read, under load: nothing piles up for them, and who reads is told everything. */
export const slowReader: Scenario = async ({ folder, size, start, say }) => {
  const commands = size === 'full' ? 20_000 : 600;
  const ledger = new Ledger();
  const flaws: string[] = [];
  const program = await start({ dataDir: folder, logLevel: 'info' });
  const { id } = await ledger.must(program, ground);
  for (let nth = 0; nth < 200; nth += 1) await ledger.must(program, newMatter(`warm${nth.toString()}`, id));
  const before = memoryOf(program.pid).now;
  const idle = Array.from({ length: slow }, () => open(program.url).pause());
  const reading = open(program.url);
  let told = '0';
  reading.setEncoding('utf8').on('data', (text: string) => {
    for (const [, at] of text.matchAll(/id: (\d+)\n/g)) if (at && comparePositions(told, at) < 0) told = at;
  });
  let sent = 0;
  const times: number[] = [];
  const client = async (): Promise<void> => {
    while (sent < commands) {
      sent += 1;
      const began = performance.now();
      await ledger.must(program, newMatter(`m${sent.toString()}`, id));
      times.push(performance.now() - began);
      if (sent % 500 === 0)
        say(`${sent.toString()}/${commands.toString()} commands, ${memoryOf(program.pid).now.toString()} MB`);
    }
  };
  await Promise.all(Array.from({ length: 16 }, client));
  await settled(program, ledger, folder);
  for (let turn = 0; turn < 200 && told !== ledger.reached; turn += 1) await pause(50);
  if (told !== ledger.reached)
    flaws.push(`who reads was told up to ${told}, not to ${String(ledger.reached)}`);
  const growth = memoryOf(program.pid).now - before;
  if (growth > mostGrowth + commands / 200) flaws.push(`memory grew by ${growth.toString()} MB`);
  for (const socket of [...idle, reading]) socket.destroy();
  const middle = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  return {
    figures: {
      'who never read': slow,
      commands,
      'a command, median': `${middle.toFixed(1)} ms`,
      'memory grew by': `${growth.toString()} MB`,
    },
    flaws: [...flaws, ...flawsOf(ledger)],
  };
};
