// Finds the programs of the system that tests need, or installs Debian's packages of them, and prints where they are:
// `node scripts/ensure-system.mjs chromium redis-server`
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const known = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome-stable'],
  'redis-server': ['redis-server'],
};

/** Where a program is; installed first when it is missing. Throws with what to do when it cannot be. */
export function ensureProgram(name) {
  const names = known[name];
  if (!names) throw new Error(`not a program the tests know of: ${name}`);
  const found = find(names);
  if (found) return found;
  install(name);
  const installed = find(names);
  if (installed) return installed;
  throw new Error(`${name} is missing and could not be installed: install it by hand and run this again`);
}

function find(names) {
  for (const folder of (process.env.PATH ?? '').split(delimiter))
    for (const name of names) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        continue;
      }
    }
  return undefined;
}

function install(name) {
  if (!find(['apt-get'])) return;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args) => {
    const [command, ...rest] = [...sudo, 'apt-get', ...args];
    spawnSync(command, rest, {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  };
  console.error(`${name} is missing; installing Debian's package`);
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', name);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const name of process.argv.slice(2)) console.log(ensureProgram(name));
