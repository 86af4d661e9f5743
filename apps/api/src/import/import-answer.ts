import type { Response } from 'express';
import type { ImportError, ImportProgress, ImportResult } from '#interchange';
import type { Message } from '#temporal';
import type { ErrorCode } from '../refusals/error-codes.js';

/** As many errors are told one by one; how many there are is in the result. */
export const MOST_ERRORS_TOLD = 1000;
const BETWEEN_MS = 100;

/** The answer to an import, a JSON object a line: what it has come to, what is wrong, and how it ended. */
export class ImportAnswer {
  private last = 0;

  constructor(private readonly response: Response) {
    response.setHeader('Content-Type', 'application/x-ndjson; charset=utf-8');
    response.setHeader('Cache-Control', 'no-store');
  }

  get isGone(): boolean {
    return this.response.closed || this.response.destroyed;
  }

  /** `lines`: that have been read, `of`: in all. */
  progress(made: ImportProgress & { readonly lines: number; readonly of: number }): void {
    if (Date.now() - this.last < BETWEEN_MS) return;
    this.last = Date.now();
    this.write({ progress: made });
  }

  result(dryRun: boolean, { errors, recorded, skipped, position }: ImportResult): void {
    for (const error of errors.slice(0, MOST_ERRORS_TOLD)) this.write({ error: told(error) });
    this.write({ result: { dryRun, recorded, skipped, position, errors: errors.length } });
    this.response.end();
  }

  /** It could not go on; what was recorded before stays. */
  failed(code: ErrorCode, messages: Message): void {
    this.write({ failed: { code, messages } });
    this.response.end();
  }

  private write(line: object): void {
    if (!this.isGone) this.response.write(`${JSON.stringify(line)}\n`);
  }
}

function told({ line, field, code, message, date, units, changes }: ImportError): object {
  return {
    line,
    field: field ?? null,
    code,
    messages: message,
    date: date ?? null,
    units: units.map(({ id, name }) => ({ id, name })),
    changes,
  };
}
