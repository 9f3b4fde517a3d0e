// Writes web/src/api/schema.d.ts from the OpenAPI document of the built service; `--check` fails when it is stale.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import openapi, { astToString } from 'openapi-typescript';
import { pino } from 'pino';

const { readConfig } = await import('../dist/config.js');
const { startService } = await import('../dist/service.js');

const target = new URL('../web/src/api/schema.d.ts', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'beslutslogg-client-'));
const config = readConfig({ EVENT_STORE: 'memory', PORT: '0', DATA_DIR: folder });
const service = await startService(config, pino({ level: 'silent' }));
const document = await (await fetch(`${service.url}/api/openapi.json`)).json();
await service.close();
rmSync(folder, { recursive: true, force: true });

// Every problem has the one shape, so one answer per operation stands for all of them.
for (const operations of Object.values(document.paths))
  for (const { responses } of Object.values(operations)) {
    const problems = Object.keys(responses).filter((status) => Number(status) >= 400);
    const [first] = problems.map((status) => responses[status]);
    for (const status of problems) delete responses[status];
    if (first?.content?.['application/problem+json']) responses.default = first;
  }

const text = `// Written by \`npm run web:client\` from the service's OpenAPI document.\n${astToString(await openapi(document, { defaultNonNullable: false }))}`;
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('web/src/api/schema.d.ts is stale: run npm run web:client');
    process.exit(1);
  }
} else writeFileSync(target, text);
