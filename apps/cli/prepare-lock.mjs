/** A lock between processes that ends with its holders, however they end. */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Runs `work` while no other process does. The lock file lists the processes at work (this one and what it
 * reports through `started`); when none of them lives any more, the lock is free.
 */
export async function holdingLock(file, say, work) {
  mkdirSync(dirname(file), { recursive: true });
  const mine = `${file}.${process.pid}`;
  const holders = [identity(process.pid)];
  const write = () => writeFileSync(mine, JSON.stringify(holders));
  write();
  try {
    for (let tries = 0; !take(mine, file); tries += 1) {
      if (tries === 5) say('Waiting for another start of Kronika that installs or builds ...');
      await pause(100);
    }
    try {
      return await work((pid) => {
        holders.push(identity(pid));
        write();
        renameSync(mine, file);
      });
    } finally {
      rmSync(file, { force: true });
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

function take(mine, file) {
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const content = read(file);
  if (content !== null && !JSON.parse(content).some(isAlive)) setAside(file, content);
  return false;
}

/** Takes a dead lock away in one step, and puts it back if it has meanwhile become somebody's. */
function setAside(file, content) {
  const aside = `${file}.${process.pid}.dead`;
  try {
    renameSync(file, aside);
    if (read(aside) !== content) linkSync(aside, file);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  }
  rmSync(aside, { force: true });
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/** A process by its number and, where the system tells, the time it began: numbers are used again. */
function identity(pid) {
  return { pid, began: began(pid) };
}

function began(pid) {
  const stat = read(`/proc/${pid}/stat`);
  return stat === null ? null : stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

function isAlive({ pid, began: since }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code === 'ESRCH') return false;
  }
  return since === null || began(pid) === since;
}
