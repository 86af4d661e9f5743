// Puts in place what the bench needs and runs it: `npm run bench -- --help`.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const contenders = join(import.meta.dirname, 'contenders');

/** Runs a program in a folder; ends with its exit code if it fails. */
function run(folder, program, ...args) {
  const { status, error } = spawnSync(program, args, {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/** Whether npm has installed exactly what the lockfile says. */
function installed(folder) {
  const done = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(done)) return false;
  const read = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const wanted = read(join(folder, 'package-lock.json'));
  const found = read(done);
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || found[path]?.version === version,
  );
}

for (const folder of [root, contenders])
  if (!installed(folder)) run(folder, 'npm', 'ci', '--no-audit', '--no-fund');
run(root, process.execPath, join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.bench.json');
const { status } = spawnSync(
  process.execPath,
  [
    '--max-old-space-size=6144',
    '--max-semi-space-size=64',
    join(root, 'dist/test/bench/run.js'),
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exit(status ?? 1);
