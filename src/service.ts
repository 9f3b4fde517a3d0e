import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { fastifyAdapter } from './api/adapter.js';
import { configureApi } from './api/configure.js';
import { AppModule } from './app.module.js';
import type { Config } from './config.js';
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

/** Opens the log, builds what is missing of the read models, and listens. Throws what opening the log throws. */
export async function startService(config: Config, logger: Logger): Promise<Service> {
  const parts = await openParts(config, {
    onTrouble: (message) => {
      logger.error(message);
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
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(parts, logger),
    fastifyAdapter(config.trustedProxies),
    {
      logger: false,
      abortOnError: false,
    },
  );
  configureApi(app, parts);
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= app.close().then(() => parts.close()));
  try {
    await app.listen(config.port, config.host);
    parts.reminding.engine.start();
  } catch (error) {
    await close();
    throw error;
  }
  return { parts, app, url: await app.getUrl(), close };
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
