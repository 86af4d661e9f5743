import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Stops the PostgreSQL servers that this run's tests have started and left running, and removes their folder. */
async function tearDown() {
  const folder = process.env.KRONIKA_TEST_RUN;
  const pidFiles = [folder, ...readdirSync(folder).map((name) => join(folder, name))]
    .map((server) => join(server, 'database', 'cluster', 'postmaster.pid'))
    .filter((file) => existsSync(file));
  for (const file of pidFiles) stop(file);
  for (let waited = 0; pidFiles.some((file) => existsSync(file)) && waited < 10_000; waited += 20)
    await pause(20);
  rmSync(folder, { recursive: true, force: true });
}

function stop(pidFile) {
  try {
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGINT');
  } catch (error) {
    if (error.code !== 'ESRCH' && error.code !== 'ENOENT') throw error;
  }
}

// Jest asks for a default export.
export { tearDown as default };
