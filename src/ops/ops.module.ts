import { Controller, type DynamicModule, Get, Inject, Module, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../commands/commands.js';
import { Needs, reachOf, TheActor } from '../api/auth.js';
import { Problem } from '../api/problems.js';
import type { Measured, Metrics } from './metrics.js';

const METRICS = Symbol('Metrics');
const MEASURED = Symbol('Measured');

/** Figures for whoever watches the service: any token that holds for all bodies may read them. */
@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor(
    @Inject(METRICS) private readonly metrics: Metrics,
    @Inject(MEASURED) private readonly measured: Measured,
  ) {}

  @Get()
  @Needs('read')
  async read(@TheActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    if (reachOf(actor) !== 'all') throw new Problem('notAllowed');
    void reply.header('content-type', this.metrics.contentType).header('cache-control', 'no-store');
    return this.metrics.text(this.measured);
  }
}

/** What the operator reads over HTTP besides the health of the service. */
@Module({})
export class OpsModule {
  static with(metrics: Metrics, measured: Measured): DynamicModule {
    return {
      module: OpsModule,
      controllers: [MetricsController],
      providers: [
        { provide: METRICS, useValue: metrics },
        { provide: MEASURED, useValue: measured },
      ],
    };
  }
}
