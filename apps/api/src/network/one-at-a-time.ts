import { CodedError } from '../refusals/coded-error.js';

/** Long work that is refused, rather than queued, while other such work is under way. */
export class OneAtATime {
  private isRunning = false;

  /** @throws CodedError ALREADY_RUNNING */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.isRunning) {
      throw new CodedError(
        'ALREADY_RUNNING',
        {
          sv: 'En annan sådan körning pågår redan. Försök igen om en stund.',
          en: 'Another such run is under way. Try again in a while.',
        },
        undefined,
        409,
      );
    }
    this.isRunning = true;
    try {
      return await work();
    } finally {
      this.isRunning = false;
    }
  }
}
