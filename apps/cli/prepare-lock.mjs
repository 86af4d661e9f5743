/** A lock between processes that ends with its holders, however they end. */
import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Runs `work` while no other process does. The lock file lists the processes at work (this one and what it
 * reports through `started`); when none of them lives any more, the lock is free.
 */
export async function holdingLock(file, say, work) {
  mkdirSync(dirname(file), { recursive: true });
  const holders = [identity(process.pid)];
  for (let tries = 0; !take(file, holders); tries += 1) {
    if (tries === 5) say('Waiting for another start of Kronika that installs or builds ...');
    await pause(100);
  }
  try {
    return await work((pid) => {
      holders.push(identity(pid));
      renameSync(written(file, holders), file);
    });
  } finally {
    rmSync(file, { force: true });
  }
}

/** Writes the holders beside the lock, so that it changes in one step. */
function written(file, holders) {
  const beside = `${file}.${randomUUID()}`;
  writeFileSync(beside, JSON.stringify(holders));
  return beside;
}

function take(file, holders) {
  const mine = written(file, holders);
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(mine);
  }
  const content = read(file);
  if (content !== null && !JSON.parse(content).some(isAlive)) setAside(file, content);
  return false;
}

/** Takes a dead lock away in one step, and puts it back if it has meanwhile become somebody's. */
function setAside(file, content) {
  const aside = `${file}.${randomUUID()}`;
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
