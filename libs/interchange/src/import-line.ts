import { hash } from 'node:crypto';
import { canonicalJson, LedgerFault, type JsonValue } from '#ledger';
import { parseAnyDraft, type AnyDraft } from '#chronicle';
import { instant, parseCivilDate, parseInstant, type Instant } from '#temporal';
import { z } from 'zod';
import type { FileLine } from './file-lines.js';
import { errorOf, fileProblem, type ImportError } from './import-error.js';

/** A line of an import file: what it says, or everything that is wrong with it. */
export interface ImportLine {
  readonly number: number;
  /** Lines with the same value are one change set. */
  readonly set: string | undefined;
  /** When the register learned it. */
  readonly knownFrom: Instant | undefined;
  /** With the line's digest; undefined if there are problems. */
  readonly draft: AnyDraft | undefined;
  readonly problems: readonly ImportError[];
}

const setField = z.string().min(1).max(200);

/** Reads lines one after another; identical lines of one file are told apart by their count. */
export class LineReader {
  private readonly occurrences = new Map<string, number>();

  read(line: FileLine): ImportLine {
    const { number } = line;
    if ('problem' in line) return unreadable(number, line.problem);
    let json: unknown;
    try {
      json = JSON.parse(line.text);
    } catch (error) {
      return unreadable(number, notJson(number, error));
    }
    if (typeof json !== 'object' || json === null || Array.isArray(json)) {
      return unreadable(number, notAnObject(number));
    }
    return this.readObject(number, json as Record<string, unknown>);
  }

  private readObject(number: number, json: Record<string, unknown>): ImportLine {
    const problems: ImportError[] = [];
    const { set, knownFrom, ...change } = json;
    if (set !== undefined && !setField.safeParse(set).success) problems.push(invalidSet(number));
    const known = knownFrom === undefined ? undefined : readKnownFrom(number, knownFrom, problems);
    const parsed = parseAnyDraft(change);
    if (!parsed.ok) problems.push(...parsed.rejections.map((rejection) => errorOf(rejection, [number])));
    const digest = problems.length === 0 ? this.digestOf(number, json, problems) : undefined;
    return {
      number,
      set: typeof set === 'string' ? set : undefined,
      knownFrom: known,
      draft: parsed.ok && digest !== undefined ? { ...parsed.draft, digest } : undefined,
      problems,
    };
  }

  private digestOf(
    number: number,
    json: Record<string, unknown>,
    problems: ImportError[],
  ): string | undefined {
    try {
      const digest = hash('sha256', canonicalJson(json as JsonValue));
      const nth = (this.occurrences.get(digest) ?? 0) + 1;
      this.occurrences.set(digest, nth);
      return nth === 1 ? digest : `${digest}#${nth}`;
    } catch (error) {
      if (!(error instanceof LedgerFault)) throw error;
      const message = {
        sv: `Raden kan inte skrivas som entydig JSON: ${error.message}`,
        en: `The line cannot be written as unambiguous JSON: ${error.message}`,
      };
      problems.push(fileProblem('NOT_JSON', number, message));
      return undefined;
    }
  }
}

function readKnownFrom(number: number, value: unknown, problems: ImportError[]): Instant | undefined {
  if (typeof value === 'string') {
    const date = parseCivilDate(value);
    if (date.ok) return instant(`${date.value}T00:00:00Z`);
    const time = parseInstant(value);
    if (time.ok) return time.value;
  }
  const shown = JSON.stringify(value).slice(0, 80);
  problems.push(
    fileProblem(
      'INVALID_KNOWN_FROM',
      number,
      {
        sv: `${shown} är varken ett datum (ÅÅÅÅ-MM-DD) eller en tidpunkt (RFC 3339).`,
        en: `${shown} is neither a date (YYYY-MM-DD) nor a time (RFC 3339).`,
      },
      'knownFrom',
    ),
  );
  return undefined;
}

function unreadable(number: number, problem: ImportError): ImportLine {
  return { number, set: undefined, knownFrom: undefined, draft: undefined, problems: [problem] };
}

function notJson(number: number, error: unknown): ImportError {
  const detail = error instanceof Error ? error.message.slice(0, 200) : '';
  return fileProblem('NOT_JSON', number, {
    sv: `Raden är inte JSON: ${detail}`,
    en: `The line is not JSON: ${detail}`,
  });
}

function notAnObject(number: number): ImportError {
  return fileProblem('NOT_AN_OBJECT', number, {
    sv: 'Raden är inte ett JSON-objekt.',
    en: 'The line is not a JSON object.',
  });
}

function invalidSet(number: number): ImportError {
  return {
    code: 'INVALID_FIELD',
    line: number,
    field: 'set',
    message: {
      sv: 'set ska vara en text på 1 till 200 tecken.',
      en: 'set is a text of 1 to 200 characters.',
    },
    units: [],
    changes: [],
  };
}
