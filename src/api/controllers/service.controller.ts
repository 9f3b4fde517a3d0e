import { Body, Controller, Get, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { EventBus } from '@nestjs/cqrs';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import { SystemClock } from '../../clock.js';
import { isLocalDate } from '../../domain/calendar.js';
import type { Instant } from '../../domain/when.js';
import { Needs, Public } from '../auth.js';
import { MoveClockDto } from '../dto/demo.dto.js';
import { ClockMoved } from '../live-feed.js';
import { type ApiParts, PARTS } from '../parts.js';
import { Problem } from '../problems.js';
import { Problems } from '../routes.js';
import { ClockView, ReadyView, VersionView } from '../views/service.js';

const storeTimeout = 2_000;
/** Letters that have waited longer than so many minutes, all of them under this process, make it fail its check. */
const tooOld = 10;

/** For whoever runs the service: is it alive, can it work, which version is it. */
@ApiTags('Service')
@Controller()
export class ServiceController {
  constructor(@Inject(PARTS) private readonly parts: ApiParts) {}

  @Get('health/live')
  @Public()
  @ApiOperation({ operationId: 'live', summary: 'Whether the process answers' })
  live() {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @Public()
  @ApiOperation({
    operationId: 'ready',
    summary: 'Whether the log can be reached and the read models follow it',
  })
  @ApiResponse({ status: 200, type: ReadyView })
  @ApiResponse({ status: 503, type: ReadyView, description: 'Something stands still; the body says what.' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadyView> {
    const reachable = await this.storeAnswers();
    const { projections, building, trouble } = this.parts.models.status();
    const following = projections.length > 0 && !building && projections.every(({ stopped }) => !stopped);
    const letters = following ? await this.parts.reminderStatus?.()?.catch(() => undefined) : undefined;
    const waited = Math.min(letters?.oldestMinutes ?? 0, process.uptime() / 60);
    const sending = !letters || (letters.alive && waited <= tooOld);
    const ok = reachable && following && trouble === undefined && sending;
    if (!ok) void reply.status(503);
    return {
      status: ok ? 'ok' : 'failing',
      log: reachable ? 'reachable' : 'unreachable',
      building,
      trouble,
      letters,
      disk: await this.parts.disk?.().catch(() => undefined),
      readModels: projections.map(({ name, position, lag, stopped }) => ({ name, position, lag, stopped })),
    };
  }

  @Get('version')
  @Public()
  @ApiOperation({ operationId: 'version', summary: 'Which version this is' })
  @ApiResponse({ status: 200, type: VersionView })
  version(): VersionView {
    return { name: 'beslutslogg', version: this.parts.version };
  }

  private async storeAnswers(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(() => {
        resolve(false);
      }, storeTimeout);
    });
    const answers = this.parts.store.head().then(
      () => true,
      () => false,
    );
    return Promise.race([answers, late]).finally(() => {
      clearTimeout(timer);
    });
  }
}

/** The clock of a demo. Outside demo mode these addresses do not exist. */
@ApiTags('Service')
@Controller('api/demo/clock')
export class DemoController {
  constructor(
    @Inject(PARTS) private readonly parts: ApiParts,
    @Inject(EventBus) private readonly bus: EventBus,
  ) {}

  @Get()
  @Needs('read')
  @ApiOperation({ operationId: 'demoClock', summary: 'What time it is (demo mode)' })
  @ApiResponse({ status: 200, type: ClockView })
  @Problems(401, 404)
  now(): ClockView {
    const clock = this.demoClock();
    return { now: clock.now(), today: clock.today(), timeZone: clock.timeZone };
  }

  @Post()
  @HttpCode(200)
  @Needs('read')
  @ApiOperation({
    operationId: 'moveDemoClock',
    summary: 'Move the clock forward (demo mode)',
    description:
      'To a day (eight in the morning), to a point in time, or by a number of days. What the story holds and what is ' +
      'to be sent on every morning on the way comes in its order.',
  })
  @ApiBody({ type: MoveClockDto, examples: { example: { summary: 'A week on', value: { days: 7 } } } })
  @ApiResponse({ status: 200, type: ClockView })
  @Problems(400, 401, 404, 422)
  async move(@Body() { to, days }: MoveClockDto): Promise<ClockView> {
    const clock = this.demoClock();
    const now = clock.now();
    const target = to === undefined ? daysOn(now, days ?? 0, clock.timeZone) : instantOf(to, clock.timeZone);
    if (target <= now)
      throw new Problem('clockOnlyForward', { params: { now }, pointer: to === undefined ? '/days' : '/to' });
    const passed = await this.parts.passTime?.(target);
    if (!passed) clock.moveTo(target);
    this.bus.publish(new ClockMoved(clock.now()));
    return { ...this.now(), ...passed };
  }

  private demoClock(): SystemClock {
    const { clock, demo } = this.parts;
    if (!demo || !(clock instanceof SystemClock)) throw new Problem('noSuchPath');
    return clock;
  }
}

const toInstant = (time: Temporal.ZonedDateTime): Instant => new Date(time.epochMilliseconds).toISOString();

const daysOn = (now: Instant, days: number, timeZone: string): Instant =>
  toInstant(Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).add({ days }));

function instantOf(to: string, timeZone: string): Instant {
  if (isLocalDate(to))
    return toInstant(Temporal.PlainDate.from(to).toZonedDateTime({ timeZone, plainTime: '08:00' }));
  return new Date(to).toISOString();
}
