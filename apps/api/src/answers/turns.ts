import { setImmediate } from 'node:timers/promises';

/** Lets large pieces of work have the processor one after another, and small ones in between. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(async () => {
      await setImmediate();
      return work();
    });
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
