// Runs every check of the project in order and ends with "<n> passed, <m> failed".
// `--fast` leaves out the build and the slow suites (those named *.slow.test.ts).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureProgram } from './ensure-system.mjs';

const fast = process.argv.includes('--fast');
const scratch = mkdtempSync(join(tmpdir(), 'beslutslogg-check-'));
const report = join(scratch, 'jest.json');
const nodeOptions = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`.trim();

const steps = [
  ['types', 'tsc', ['-p', 'tsconfig.check.json']],
  ['types of the web', 'tsc', ['-p', 'web/tsconfig.json']],
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['lint', 'eslint', ['src', 'test', 'bench', 'web']],
  ['import rules', 'depcruise', ['--config', '.dependency-cruiser.cjs', 'src']],
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
for (const [name, command, args] of steps) {
  const started = Date.now();
  console.log(`\n▶ ${name}`);
  const run = spawnSync(join('node_modules', '.bin', command), args, {
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_OPTIONS: command === 'jest' ? nodeOptions : (process.env.NODE_OPTIONS ?? ''),
    },
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const ok = run.status === 0;
  if (command === 'jest' || command === 'vitest') {
    const result = readReport();
    passed += result.passed;
    failed += result.failed + (ok || result.failed > 0 ? 0 : 1);
  } else if (ok) passed++;
  else failed++;
  console.log(`${ok ? '✔' : '✘'} ${name}, ${seconds} s`);
  if (!ok && name === 'build') break;
  rmSync(report, { force: true });
}
rmSync(scratch, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

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
