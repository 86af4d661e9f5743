import type { OrganisationReading } from '#chronicle';
import type { Language } from '#temporal';
import type { Request } from 'express';
import { CodedError } from './refusals/coded-error.js';
import { languageOf } from './refusals/language.js';

/** Objects that one request may make resolvers produce, beside the boxes of charts. */
const MOST_OBJECTS = 300_000;
/** How long an answer may take, in milliseconds. */
export const LONGEST_ANSWER_MS = 10_000;

/** What the resolvers of one request share. */
export class RequestContext {
  readonly language: Language;
  /** Who asks: an opaque id. */
  readonly actor = 'local';
  /** The operation's variables, once they are known to be right. */
  variables: Readonly<Record<string, unknown>> | undefined;
  cost = 0;
  /** The organisations that were read for the root's fields, by response key. */
  readonly readings = new Map<string, OrganisationReading>();
  private readonly deadline = Date.now() + LONGEST_ANSWER_MS;
  private produced = 0;

  constructor(readonly req: Request) {
    this.language = languageOf(req.headers['accept-language']);
  }

  /** Counts the objects of a list and looks at the clock. @throws CodedError TOO_COSTLY, TIME_LIMIT */
  produce<T>(objects: readonly T[]): readonly T[] {
    this.produced += objects.length;
    if (this.produced > MOST_OBJECTS) {
      throw new CodedError('TOO_COSTLY', {
        sv: 'Svaret skulle bli för stort: fråga efter mindre åt gången, eller hämta det från /export.',
        en: 'The answer would be too large: ask for less at a time, or stream it from /export.',
      });
    }
    this.checkTime();
    return objects;
  }

  /** @throws CodedError TIME_LIMIT */
  checkTime(): void {
    if (Date.now() > this.deadline) throw timeIsUp();
  }

  /** Waits no longer than the request may take. @throws CodedError TIME_LIMIT */
  async inTime<T>(work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<never>((_, refuse) => {
      timer = setTimeout(() => refuse(timeIsUp()), Math.max(0, this.deadline - Date.now()));
    });
    try {
      return await Promise.race([work, limit]);
    } finally {
      clearTimeout(timer);
    }
  }
}

function timeIsUp(): CodedError {
  return new CodedError('TIME_LIMIT', {
    sv: `Svaret tog längre tid än ${LONGEST_ANSWER_MS / 1000} sekunder.`,
    en: `The answer took longer than ${LONGEST_ANSWER_MS / 1000} seconds.`,
  });
}
