import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'kronika-test-';

/** Names the folder of this run's PostgreSQL, which the first test that needs it starts: see `database.ts`. */
function setUp() {
  for (const name of readdirSync(tmpdir())) {
    if (name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length)))) {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    }
  }
  const folder = join(tmpdir(), `${prefix}${process.pid}`);
  mkdirSync(folder, { recursive: true });
  process.env.KRONIKA_TEST_RUN = folder;
  // Tests choose their own database, whatever the shell that starts them has set.
  for (const name of ['DATABASE_URL', 'KRONIKA_DATA', 'KRONIKA_ALLOW_UNSAFE_DATABASE', 'PORT'])
    delete process.env[name];
}

/** Whether the Jest of a folder still runs; a killed one leaves its folder behind (its PostgreSQL has stopped). */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

// Jest asks for a default export.
export { setUp as default };
