import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '#database';

/** The process number of the PostgreSQL of a data folder. */
export function postmasterOf(dataDir: string): number {
  const file = join(dataDir, 'database', 'cluster', 'postmaster.pid');
  return Number(readFileSync(file, 'utf8').split('\n')[0]);
}

/** The processes of the PostgreSQL of a data folder, the postmaster first. */
export function processesOf(dataDir: string): number[] {
  const postmaster = postmasterOf(dataDir);
  return [postmaster, ...childrenOf(postmaster)];
}

/** Ends processes without warning, as the machine's end would. */
export function kill(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if (errorCode(error) !== 'ESRCH') throw error;
    }
  }
}

/** Empty where there is no /proc: then the processes end by themselves once they notice that the postmaster is gone. */
function childrenOf(parent: number): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && parentOf(name) === parent)
      .map(Number);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

function parentOf(pid: string): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the program's name, which stands in parentheses: state, then parent.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}
