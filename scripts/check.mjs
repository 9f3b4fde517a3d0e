// Runs every check of the project and ends with "<n> passed, <m> failed".
// `--fast` leaves out the build and the slow suites (those named *.slow.test.ts).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureProgram } from './ensure-system.mjs';

const fast = process.argv.includes('--fast');
const scratch = mkdtempSync(join(tmpdir(), 'beslutslogg-check-'));
const report = join(scratch, 'jest.json');
const nodeOptions = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`.trim();

// What only reads runs beside each other: one lane takes as long as the other.
const lanes = [
  [['lint', 'eslint', ['src', 'test', 'bench', 'web']]],
  [
    ['types', 'tsc', ['-p', 'tsconfig.check.json']],
    ['types of the web', 'tsc', ['-p', 'web/tsconfig.json']],
    ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
    ['import rules', 'depcruise', ['--config', '.dependency-cruiser.cjs', 'src']],
  ],
];
const steps = [
  ...(fast
    ? []
    : [
        ['build', 'nest', ['build']],
        ['build of the web', 'vite', ['build', '--config', 'web/vite.config.ts', '--logLevel', 'warn']],
        ['the web knows the API', 'tsx', ['scripts/web-client.mjs', '--check']],
      ]),
  [
    'tests of the web',
    'vitest',
    [
      'run',
      '--config',
      'web/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
  ],
  ...(fast
    ? []
    : [
        [
          'the web in a browser',
          'vitest',
          [
            'run',
            '--config',
            'web/e2e/vitest.config.ts',
            '--reporter=default',
            '--reporter=json',
            `--outputFile.json=${report}`,
          ],
        ],
      ]),
  [
    'tests',
    'jest',
    [
      '--json',
      `--outputFile=${report}`,
      ...(fast ? ['--testPathIgnorePatterns', '\\.slow\\.test\\.ts$'] : []),
    ],
  ],
];

// Once, before suites that run beside each other would all install it.
ensureProgram('redis-server');

let passed = 0;
let failed = 0;
await Promise.all(
  lanes.map(async (lane) => {
    for (const step of lane) await perform(step);
  }),
);
for (const step of steps) {
  const ok = await perform(step);
  if (!ok && step[0] === 'build') break;
}
rmSync(scratch, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** Runs one check; what it says is shown as it comes, or at once where others run beside it. */
async function perform(step) {
  const [name, command, args] = step;
  const started = Date.now();
  const alone = steps.includes(step);
  if (alone) console.log(`\n▶ ${name}`);
  const run = spawn(join('node_modules', '.bin', command), args, {
    stdio: alone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_OPTIONS: command === 'jest' ? nodeOptions : (process.env.NODE_OPTIONS ?? ''),
    },
  });
  const said = [];
  for (const stream of [run.stdout, run.stderr]) stream?.on('data', (piece) => said.push(piece));
  const [status] = await once(run, 'close');
  const ok = status === 0;
  if (!alone) console.log(`\n▶ ${name}\n${Buffer.concat(said).toString().trim()}`.trimEnd());
  if (command === 'jest' || command === 'vitest') {
    const result = readReport();
    passed += result.passed;
    failed += result.failed + (ok || result.failed > 0 ? 0 : 1);
    rmSync(report, { force: true });
  } else if (ok) passed++;
  else failed++;
  console.log(`${ok ? '✔' : '✘'} ${name}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return ok;
}

function readReport() {
  try {
    const json = JSON.parse(readFileSync(report, 'utf8'));
    return {
      passed: json.numPassedTests,
      failed: json.numFailedTests + (json.numRuntimeErrorTestSuites ?? 0),
    };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
