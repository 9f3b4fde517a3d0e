import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { fastifyAdapter } from './api/adapter.js';
import { configureApi } from './api/configure.js';
import { AppModule } from './app.module.js';
import { type Config, ConfigError } from './config.js';
import { openParts, type Parts } from './parts.js';

/** A service that answers. */
export interface Service {
  readonly parts: Parts;
  readonly app: NestFastifyApplication;
  /** Where it listens, e.g. `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Finishes what is under way, then lets go of everything. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Opens the log, builds what is missing of the read models, and listens; a worker answers only for its health and figures.
 * Throws what opening the log throws, and in production {@link ConfigError} on a Redis that may forget.
 */
export async function startService(config: Config, logger: Logger): Promise<Service> {
  await refuseForgetfulRedis(config);
  const parts = await openParts(config, {
    onTrouble: (message) => {
      logger.error(message);
    },
    onNews: (message) => {
      logger.info(message);
    },
    onFailure: (error) => {
      logger.fatal({ error: error.message }, 'the log cannot be trusted to be durable; leaving');
      process.exit(70);
    },
  });
  if (config.eventStore === 'eventstoredb' && config.linkSecret === undefined)
    logger.warn(
      'LINK_SECRET is not set: this instance signs the links in letters with a secret of its own. With several instances, set the same LINK_SECRET for all.',
    );
  if (config.smtpUrl === undefined && !config.demo)
    logger.warn(
      'SMTP_URL is not set: letters are kept in outbox.db and sent to nobody; their ledger says “kept, not sent”.',
    );
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(parts, logger),
    fastifyAdapter(config.trustedProxies),
    {
      logger: false,
      abortOnError: false,
    },
  );
  configureApi(app, parts, config.role === 'worker' ? { docs: false, web: false } : {});
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= app.close().then(() => parts.close()));
  try {
    await app.listen(config.port, config.host);
    parts.listensOn(new URL(await app.getUrl()).port);
    await parts.reminding.start();
  } catch (error) {
    await close();
    throw error;
  }
  return { parts, app, url: await app.getUrl(), close };
}

/** A Redis that does not answer is no hindrance: it is looked at again when it does, and the sweep goes on without it. */
async function refuseForgetfulRedis({ production, redisUrl }: Config): Promise<void> {
  if (!production || redisUrl === undefined) return;
  const { missetOf } = await import('./reminders/redis-link.js');
  const misset = await missetOf(redisUrl).catch(() => []);
  if (misset.length > 0) throw new ConfigError(misset.map(({ sv, en }) => `REDIS_URL: ${sv} / ${en}`));
}

/** Closes the service on SIGTERM or SIGINT; a second signal leaves at once. */
export function closeOnSignal(service: Service, logger: Logger): void {
  let asked = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (asked) process.exit(130);
      asked = true;
      logger.info({ signal }, 'closing');
      service.close().then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ error: String(error) }, 'closing failed');
          process.exit(1);
        },
      );
    });
}
