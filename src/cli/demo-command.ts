import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { localDate } from '../clock.js';
import { type Config, hashToken } from '../config.js';
import { formatDate } from '../domain/swedish-dates.js';
import { openParts } from '../parts.js';
import { closeOnSignal, startService } from '../service.js';
import { demoCurls, demoPersonas, loadDemo, storyOf } from './demo.js';
import { mailLines, mailsOfStory } from './demo-mails.js';
import { exitCodes } from './exit-codes.js';

/** `demo --mails`: every mail of the whole story, one a line; nothing is served. */
export async function runDemoMails(config: Config): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'beslutslogg-demo-'));
  const parts = await openParts(
    { ...config, dataDir: folder, eventStore: 'sqlite', smtpUrl: undefined },
    {
      onTrouble: (message) => process.stderr.write(`${message}\n`),
      onFailure: (error) => {
        throw error;
      },
    },
  );
  process.stdout.write(`${mailLines(await mailsOfStory(parts))}\n`);
  await parts.close();
  rmSync(folder, { recursive: true, force: true });
  return exitCodes.done;
}

/** `demo`: the service with the demo's story told, a clock that can be moved, and one persona per role. */
export async function runDemo(
  config: Config,
  options: { readonly from?: string; readonly keep?: string },
): Promise<number> {
  const folder = options.keep ?? mkdtempSync(join(tmpdir(), 'beslutslogg-demo-'));
  const logger = pino({ level: config.logLevel === 'info' ? 'warn' : config.logLevel });
  const tokens = demoPersonas.map(({ title, token, actor, grants }) => ({
    tokenHash: hashToken(token),
    actor,
    grants,
    persona: { title, token },
  }));
  const service = await startService(
    { ...config, dataDir: folder, tokens: [...config.tokens, ...tokens] },
    logger,
  );
  closeOnSignal(service, logger);
  if (options.keep === undefined)
    process.on('exit', () => {
      rmSync(folder, { recursive: true, force: true });
    });
  const { parts } = service;
  const told = await loadDemo(parts, { from: options.from });
  parts.time.follow(storyOf(parts));
  setInterval(() => {
    parts.time.passTo(parts.clock.now()).catch((error: unknown) => {
      logger.error({ error: String(error) }, 'the story could not be told on');
    });
  }, 30_000).unref();
  const position = await parts.store.head();
  if (position !== null) await parts.models.waitFor(position, 30_000);
  const today = localDate(told.now, config.timeZone);
  process.stdout.write(`
Beslutslogg är igång / is running: ${service.url}
Idag är i demon / today in the demo: ${formatDate(today, 'sv')}
${told.facts.toString()} uppgifter registrerade / facts recorded${told.already > 0 ? `, ${told.already.toString()} fanns / already there` : ''}

API:        ${service.url}/api/docs
OpenAPI:    ${service.url}/api/openapi.json

Roller / personas:
${demoPersonas.map(({ title, token }) => `  ${token.padEnd(26)} ${title}`).join('\n')}

Prova / try:
${demoCurls(service.url)
  .map(({ title, command }) => `  # ${title}\n  ${command}\n`)
  .join('\n')}
Ctrl-C avslutar${options.keep === undefined ? '; allt i demon försvinner då' : ''} / ends it.
`);
  return exitCodes.done;
}
