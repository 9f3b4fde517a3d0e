import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { absolute, type Figure, must, quantile } from './figure.js';
import { ask, idOf, quietProgram } from './http.js';

interface Load {
  /** Commands per second. */
  readonly rate: number;
  readonly seconds: number;
}

const readersBeside = 4;
const readEvery = 100;

/** A command now and then becomes another to the same thing, as in life. */
interface Made {
  readonly id: string;
  revision: number;
}

/**
 * Commands at a steady rate, whether or not earlier ones have been answered, with readers beside. A command's time counts
 * from when it was due. Everything acknowledged is read back at the end.
 */
export async function soakFigures(folder: string, main: string, { rate, seconds }: Load): Promise<Figure[]> {
  const { program, url } = await quietProgram(main, join(folder, 'soak'));
  const made: Made[] = [];
  const times: number[] = [];
  const readTimes: number[] = [];
  const errors: string[] = [];
  let head = 0;
  try {
    const body = idOf(
      (
        await ask(url, {
          method: 'POST',
          path: '/api/bodies',
          body: { name: 'Älvdalarna', shortName: 'SRÄ' },
        })
      ).text,
    );
    const send = async (nth: number, due: number): Promise<void> => {
      const old = nth % 4 === 3 ? made[(nth * 7_919) % Math.max(1, made.length)] : undefined;
      const headers = { 'idempotency-key': randomUUID() };
      const answer = await ask(
        url,
        old
          ? {
              method: 'POST',
              path: `/api/assignments/${old.id}/deliverables`,
              body: { text: `Del ${nth.toString()}` },
              headers: { ...headers, 'if-match': '*' },
            }
          : {
              method: 'POST',
              path: '/api/assignments',
              body: { body, recipient: body, title: `Uppdrag ${nth.toString()}`, deadline: 'hösten 2027' },
              headers,
            },
      );
      times.push(performance.now() - due);
      if (answer.status >= 300) errors.push(`${answer.status.toString()} ${answer.text}`);
      else {
        const { id, revision, position } = JSON.parse(answer.text) as Made & { readonly position: string };
        head = Math.max(head, Number(position));
        if (old) old.revision = Math.max(old.revision, revision);
        else made.push({ id, revision });
      }
    };
    const end = performance.now() + seconds * 1_000;
    const questions = [
      '/api/assignments?limit=50',
      '/api/feedback?limit=50',
      `/api/search?text=${encodeURIComponent('uppdrag')}`,
      `/api/board?body=${body}&limit=50`,
    ];
    const reader = async (at: number): Promise<void> => {
      for (let nth = at; performance.now() < end; nth += 1) {
        const began = performance.now();
        const answer = await ask(url, { method: 'GET', path: questions[nth % questions.length] ?? '' });
        readTimes.push(performance.now() - began);
        if (answer.status !== 200) errors.push(`${answer.status.toString()} ${answer.text}`);
        await pause(readEvery);
      }
    };
    const readers = Array.from({ length: readersBeside }, (_, at) => reader(at));
    const pending: Promise<void>[] = [];
    const began = performance.now();
    for (let sent = 0; performance.now() < end; await pause(2))
      for (const now = performance.now(); sent < ((now - began) / 1_000) * rate; sent += 1)
        pending.push(
          send(sent, began + (sent / rate) * 1_000).catch(
            (error: unknown) => void errors.push(String(error)),
          ),
        );
    await Promise.all([...pending, ...readers]);
    const lost = await lostOf(url, made, head);
    must(made.length > 0, 'something was recorded');
    for (const error of new Set(errors)) process.stderr.write(`${error}\n`);
    const of = `${rate.toString()} commands/s for ${(seconds / 60).toPrecision(2)} min`;
    return [
      absolute(`${of}, p99 of a command`, 'ms', quantile(times, 0.99), { atMost: 100 }),
      absolute(`${of}, p99 of a read beside`, 'ms', quantile(readTimes, 0.99), { atMost: 100 }),
      absolute(`${of}, errors`, 'requests', errors.length, { atMost: 0 }),
      absolute(`${of}, acknowledged and not found again`, 'things', lost, { atMost: 0 }),
    ];
  } finally {
    await program.kill('SIGTERM');
  }
}

/** How many of the things made are not there, or not at the revision that was acknowledged. */
async function lostOf(url: string, made: readonly Made[], head: number): Promise<number> {
  const revisions = new Map<string, number>();
  for (let cursor: string | undefined, more = true; more;) {
    const next: string = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { text } = await ask(url, {
      method: 'GET',
      path: `/api/assignments?sort=title&limit=200${next}`,
      headers: { 'log-position': head.toString() },
    });
    const page = JSON.parse(text) as { items: { id: string; revision: number }[]; next?: string };
    for (const { id, revision } of page.items) {
      must(!revisions.has(id), 'no row comes twice');
      revisions.set(id, revision);
    }
    cursor = page.next;
    more = cursor !== undefined;
  }
  must(revisions.size <= made.length, 'nothing is there that nobody recorded');
  return made.filter(({ id, revision }) => revisions.get(id) !== revision).length;
}
