import { setTimeout } from 'node:timers/promises';

/** Milliseconds for small work, with its round trips to the database, between two large pieces. */
const PAUSE = 3;

/** Lets large pieces of work have the processor one after another, and small ones in between. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(async () => {
      await setTimeout(PAUSE);
      return work();
    });
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
