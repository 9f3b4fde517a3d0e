import type { Config } from '../config.js';
import {
  examineClock,
  examineDisk,
  type Examined,
  examineEnvironment,
  examineMail,
  examineNoMail,
  examineRedis,
  examineStore,
} from '../ops/checks.js';
import { exitCodes } from './exit-codes.js';

const marks = { ok: '✔', warning: '!', fault: '✘' } as const;

/**
 * `doctor`: looks at everything the service stands on; changes and sends nothing. Exit code 0: it can run, perhaps with
 * warnings; 1: something must be put right.
 */
export async function runDoctor(
  config: Config,
  options: { readonly json?: boolean; readonly now?: () => number },
): Promise<number> {
  const now = options.now ?? Date.now;
  const checks: readonly (() => readonly Examined[] | Promise<readonly Examined[]>)[] = [
    () => examineEnvironment(config),
    () => examineClock(config, now()),
    () => examineDisk(config),
    () => examineStore(config, now()),
    () => (config.redisUrl === undefined ? [] : examineRedis(config.redisUrl, now)),
    () => (config.smtpUrl === undefined ? examineNoMail(config) : examineMail(config.smtpUrl)),
  ];
  const count = { ok: 0, warning: 0, fault: 0 };
  for (const check of checks)
    for (const examined of await check()) {
      count[examined.state] += 1;
      process.stdout.write(
        options.json
          ? `${JSON.stringify({ examined })}\n`
          : `${marks[examined.state]} ${examined.sv} / ${examined.en}\n`,
      );
    }
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ doctor: count })}\n`
      : `${count.fault.toString()} fel, ${count.warning.toString()} varningar / faults, warnings\n`,
  );
  return count.fault > 0 ? exitCodes.refused : exitCodes.done;
}
