/**
 * Runs `work` while no other process does. The lock file lists the processes at work (this one and what it
 * reports through `started`); when none of them lives any more, the lock is free.
 */
export function holdingLock<T>(
  file: string,
  say: (line: string) => void,
  work: (started: (pid: number) => void) => Promise<T>,
): Promise<T>;
