import cliProgress from 'cli-progress';

/** Tells how far a long piece of work has come. */
export interface Progress {
  /** `done` of the `total` pieces; `total` may become better known on the way. */
  update(done: number, total?: number): void;
  /** The work is over, well or badly. */
  stop(): void;
}

/** Where progress goes: a terminal gets a bar, `json` lines for programs, anything else stays silent. */
export interface ProgressOutput {
  readonly stream: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly json?: boolean;
  /** Milliseconds, monotonic. */
  readonly now?: () => number;
}

const everyMs = 500;

/** Starts telling about one piece of work: a bar with rate and time left on a terminal, a JSON line twice a second with `json`. */
export function startProgress(label: string, total: number, output: ProgressOutput): Progress {
  const now = output.now ?? (() => performance.now());
  const started = now();
  const rate = (done: number): number => {
    const seconds = (now() - started) / 1000;
    return seconds > 0 ? Math.round(done / seconds) : 0;
  };
  if (output.json) return jsonProgress(label, total, output, now, rate);
  return output.stream.isTTY ? barProgress(label, total, output, rate) : { update: () => {}, stop: () => {} };
}

function jsonProgress(
  label: string,
  total: number,
  { stream }: ProgressOutput,
  now: () => number,
  rate: (done: number) => number,
): Progress {
  let said = now();
  let last = { done: 0, total };
  let unsaid = false;
  const say = (): void => {
    const { done } = last;
    const perSecond = rate(done);
    const secondsLeft = perSecond > 0 ? Math.ceil((last.total - done) / perSecond) : null;
    stream.write(`${JSON.stringify({ progress: label, ...last, perSecond, secondsLeft })}\n`);
    said = now();
    unsaid = false;
  };
  return {
    update: (done, whole = last.total) => {
      last = { done, total: whole };
      unsaid = true;
      if (now() - said >= everyMs) say();
    },
    stop: () => {
      if (unsaid) say();
    },
  };
}

function barProgress(
  label: string,
  total: number,
  { stream }: ProgressOutput,
  rate: (done: number) => number,
): Progress {
  const bar = new cliProgress.SingleBar(
    {
      stream,
      hideCursor: true,
      clearOnComplete: true,
      format: (options, params, payload: { perSecond: number }) => {
        const filled = cliProgress.Format.BarFormat(params.progress, options);
        const left = params.value > 0 && params.eta > 0 ? ` · ${readableTime(params.eta)} kvar` : '';
        return `${label} ${filled} ${params.value.toString()}/${params.total.toString()} · ${payload.perSecond.toString()}/s${left}`;
      },
    },
    cliProgress.Presets.shades_classic,
  );
  bar.start(total, 0, { perSecond: 0 });
  return {
    update: (done, whole) => {
      if (whole !== undefined) bar.setTotal(whole);
      bar.update(done, { perSecond: rate(done) });
    },
    stop: () => {
      bar.stop();
    },
  };
}

/** `75` → `1 min 15 s`. */
export function readableTime(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60
    ? `${whole.toString()} s`
    : `${Math.floor(whole / 60).toString()} min ${(whole % 60).toString()} s`;
}
