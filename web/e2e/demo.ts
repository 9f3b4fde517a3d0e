import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** How Chromium is started; it talks to nobody but the service. */
export const chromiumArgs =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
    ' ',
  );

/** Where Chromium is. */
export const chromiumPath = (): string =>
  execFileSync(process.execPath, ['scripts/ensure-system.mjs', 'chromium'], {
    cwd: root,
    encoding: 'utf8',
  }).trim();

/** Starts the built service with the demo's facts. Throws when it ends before it is up. */
export async function startDemo(
  ...options: readonly string[]
): Promise<{ readonly base: string; readonly stop: () => Promise<void> }> {
  const service = spawn(process.execPath, ['dist/cli/beslutslogg.js', 'demo', ...options], {
    cwd: root,
    env: { ...process.env, PORT: '0', BASE_URL: undefined },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(service, 'exit');
  let said = '';
  const base = await new Promise<string>((resolve, reject) => {
    service.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const [, address] = /is running: (http:\/\/[^\s]+)\s[^]*\n\n/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    service.once('exit', () => {
      reject(new Error(`the demo ended before it was up:\n${said}`));
    });
  });
  return {
    base,
    stop: async () => {
      service.kill();
      await ended;
    },
  };
}
