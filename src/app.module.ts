import { type DynamicModule, Module } from '@nestjs/common';
import { ApiModule } from './api/api.module.js';
import type { ApiLog } from './api/log.js';
import { OpsModule } from './ops/ops.module.js';
import type { Parts } from './parts.js';

/** The composition root: what a process is made of, given its opened parts. */
@Module({})
export class AppModule {
  static with(parts: Parts, log: ApiLog): DynamicModule {
    const isWorker = parts.config.role === 'worker';
    return {
      module: AppModule,
      imports: [ApiModule.with(parts, log, isWorker), OpsModule.with(parts.metrics, parts)],
    };
  }
}
