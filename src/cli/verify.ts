import { existsSync } from 'node:fs';
import type { Config } from '../config.js';
import { CorruptLog } from '../event-store/event-store.js';
import { LocalLog } from '../event-store/local-log.js';
import { files } from '../log.js';
import { checkLog, type Finding, type LogChecked } from '../ops/log-check.js';
import { checkModels, type ModelsChecked } from '../ops/model-check.js';
import { allProjections } from '../projections/all.js';
import { exitCodes } from './exit-codes.js';
import { type Progress, startProgress } from './progress.js';

/** Where this process finds the log it reads: its own, or the copy of a store's. */
export const logFile = (config: Config): string =>
  config.eventStore === 'eventstoredb' ? files.copy(config.dataDir) : files.log(config.dataDir);

const shownFindings = 200;

/**
 * `verify`: reads the whole log and holds it, and the read models, to everything they promise. Only reads, also beside a
 * running service. Exit code 0: sound; 1: something is wrong, or there is no log; 70: the log could not be read.
 */
export function runVerify(config: Config, options: { readonly json?: boolean }): number {
  const path = logFile(config);
  const findings: Finding[] = [];
  let count = 0;
  const found = (finding: Finding): void => {
    count += 1;
    if (findings.length < shownFindings) findings.push(finding);
  };
  if (!existsSync(path)) {
    process.stderr.write(`Här finns ingen logg / There is no log here: ${path}\n`);
    return exitCodes.refused;
  }
  const bars = progressBars(options.json);
  let log: LocalLog | undefined;
  let checked: LogChecked | undefined;
  let models: ModelsChecked | undefined;
  try {
    log = LocalLog.open(path, { mode: 'readonly' });
    checked = checkLog(log, config.timeZone, found, bars.update);
    if (count === 0)
      models = checkModels(
        {
          path: files.readModels(config.dataDir),
          log,
          projections: allProjections,
          timeZone: config.timeZone,
          onProgress: (done, total) => {
            bars.update('read models', done, total);
          },
        },
        found,
      );
  } catch (error) {
    if (!(error instanceof CorruptLog)) throw error;
    found({
      code: 'unreadable',
      where: error.where,
      sv: `Loggen går inte att läsa: ${error.message}`,
      en: `The log cannot be read: ${error.message}`,
    });
  } finally {
    bars.stop();
    log?.close();
  }
  const say = (line: object, plain: string): void => {
    process.stdout.write(options.json ? `${JSON.stringify(line)}\n` : `${plain}\n`);
  };
  for (const finding of findings) say({ finding }, `${finding.where}: ${finding.sv} / ${finding.en}`);
  if (checked)
    say(
      { verified: { ...checked, readModels: models ?? { state: 'notCompared' }, findings: count } },
      [
        `${checked.events.toString()} händelser i ${checked.streams.toString()} strömmar lästa / events in streams read.`,
        modelWords(models),
        count === 0 ? 'Allt stämmer / All is well.' : `${count.toString()} fel / faults.`,
      ].join('\n'),
    );
  else say({ verified: { findings: count } }, `${count.toString()} fel / faults.`);
  return count === 0 ? exitCodes.done : exitCodes.refused;
}

function modelWords(models: ModelsChecked | undefined): string {
  switch (models?.state) {
    case 'compared':
      return `Sammanställningarna jämförda: ${models.rows.toString()} rader i ${models.tables.toString()} tabeller / read models compared: rows in tables.`;
    case 'missing':
      return 'Sammanställningarna är inte byggda än; det sker vid nästa start / The read models are not built yet; the next start does it.';
    case 'otherVersion':
      return 'Sammanställningarna är av en annan version; de byggs om vid nästa start / The read models are of another version; the next start rebuilds them.';
    case 'stopped':
      return 'Sammanställningarna har stannat / The read models have stopped.';
    case undefined:
      return 'Sammanställningarna jämfördes inte, eftersom loggen har fel / The read models were not compared, as the log has faults.';
  }
}

/** One bar after the other, for one kind of work each. */
export function progressBars(json: boolean | undefined): {
  readonly update: (work: string, done: number, total: number) => void;
  readonly stop: () => void;
} {
  let current: string | undefined;
  let progress: Progress | undefined;
  return {
    update: (work, done, total) => {
      if (work !== current) {
        progress?.stop();
        current = work;
        progress = startProgress(work, total, { stream: process.stderr, json });
      }
      progress?.update(done, total);
    },
    stop: () => {
      progress?.stop();
      progress = undefined;
    },
  };
}
