import { ListShown, MaybeShown, Shown } from './shown.js';

export class BuildingView {
  @Shown({ example: 1200 })
  readonly done: number;

  @Shown({ example: 5000 })
  readonly total: number;
}

export class StopView {
  @Shown({ example: '128' })
  readonly position: string;

  @Shown()
  readonly event: string;

  @Shown({ example: 'DeadlineMoved' })
  readonly type: string;

  @Shown()
  readonly message: string;
}

export class ReadModelView {
  @Shown({ example: 'assignments' })
  readonly name: string;

  @Shown({ type: String, about: 'Where in the log it stands.', example: '128' })
  readonly position: string | null;

  @Shown({ about: 'How many facts it has not taken in.', example: 0 })
  readonly lag: number;

  @MaybeShown({ type: StopView, about: 'The fact it could not take.' })
  readonly stopped?: StopView;
}

export class DiskView {
  @Shown({ example: 52428800000 })
  readonly freeBytes: number;

  @Shown({ example: 104857600000 })
  readonly totalBytes: number;

  @Shown({ about: 'Less than a gigabyte, or than five per cent, is left.', example: false })
  readonly low: boolean;
}

export class QueueView {
  @Shown({
    about: 'lost: letters are found by the sweep alone. unfit: the Redis may forget, and is not used.',
    example: 'connected',
  })
  readonly state: 'connecting' | 'connected' | 'lost' | 'unfit';

  @Shown({ about: 'For how many seconds it has been so.', example: 3600 })
  readonly seconds: number;

  @MaybeShown({ about: 'Wake-ups of the coming days.', example: 12 })
  readonly delayed?: number;

  @MaybeShown({ about: 'Wake-ups that wait for a worker.', example: 0 })
  readonly waiting?: number;

  @MaybeShown({ about: 'Wake-ups whose letters could not be delivered.', example: 0 })
  readonly failed?: number;
}

export class LettersView {
  @Shown({ about: 'Letters that should have gone and have not.', example: 0 })
  readonly unsent: number;

  @Shown({ about: 'How long the oldest of them has waited.', example: 0 })
  readonly oldestMinutes: number;

  @Shown({
    about: 'Whether a process that sends has looked for letters within the last minutes.',
    example: true,
  })
  readonly alive: boolean;

  @MaybeShown({ about: 'What stands in the way; it is tried again.' })
  readonly trouble?: string;

  @MaybeShown({ type: QueueView, about: 'What wakes the sending at its time; set with REDIS_URL.' })
  readonly queue?: QueueView;
}

export class ReadyView {
  @Shown({ example: 'ok' })
  readonly status: 'ok' | 'failing';

  @Shown({ example: 'reachable' })
  readonly log: 'reachable' | 'unreachable';

  @MaybeShown({ type: BuildingView, about: 'While the read models are being built.' })
  readonly building?: BuildingView;

  @MaybeShown({ about: 'What is wrong; it is tried again.' })
  readonly trouble?: string;

  @MaybeShown({ type: LettersView, about: 'The sending of letters.' })
  readonly letters?: LettersView;

  @MaybeShown({ type: DiskView, about: 'The disk where the data lies.' })
  readonly disk?: DiskView;

  @ListShown(ReadModelView)
  readonly readModels: readonly ReadModelView[];
}

export class VersionView {
  @Shown({ example: 'beslutslogg' })
  readonly name: string;

  @Shown({ example: '0.1.0' })
  readonly version: string;
}

export class ClockView {
  @Shown({ example: '2026-06-10T08:00:00.000Z' })
  readonly now: string;

  @Shown({ example: '2026-06-10' })
  readonly today: string;

  @Shown({ example: 'Europe/Stockholm' })
  readonly timeZone: string;

  @MaybeShown({ about: 'Facts of the story that were told while the clock moved.', example: 12 })
  readonly told?: number;

  @MaybeShown({
    about: 'Facts of the story that no longer fitted what has been done in the demo.',
    example: 0,
  })
  readonly unfit?: number;
}
