import type { Readable } from 'node:stream';
import type { AnyDraft } from '#chronicle';
import type { Instant } from '#temporal';
import { fileLines } from './file-lines.js';
import { fileProblem, type ImportError } from './import-error.js';
import { LineReader, type ImportLine } from './import-line.js';

/** A change set of a file: the lines that stand together with one `set`, or a line of its own. */
export interface FileSet {
  readonly lines: readonly number[];
  readonly drafts: readonly AnyDraft[];
  readonly knownFrom: Instant | undefined;
  /** Empty if the set can be recorded. */
  readonly problems: readonly ImportError[];
}

export interface FileSetOptions {
  /** `knownFrom` becomes the knowledge time: it must not run backwards or lie in the future. */
  readonly backdate: boolean;
  readonly now: Instant;
}

/** The change sets of a file in order, a piece of the file at a time. */
export async function* fileSets(source: Readable, options: FileSetOptions): AsyncGenerator<FileSet[], void> {
  const reader = new LineReader();
  const grouping = new Grouping(options);
  for await (const lines of fileLines(source)) {
    const sets: FileSet[] = [];
    for (const line of lines) {
      const complete = grouping.add(reader.read(line));
      if (complete !== undefined) sets.push(complete);
    }
    if (sets.length > 0) yield sets;
  }
  const last = grouping.end();
  if (last !== undefined) yield [last];
}

class Grouping {
  private open: ImportLine[] = [];
  /** The last line of every named set that is complete. */
  private readonly closed = new Map<string, number>();
  private lastKnown: ImportLine | undefined;

  constructor(private readonly options: FileSetOptions) {}

  /** Takes the next line; gives the set that it completes by not being part of it. */
  add(line: ImportLine): FileSet | undefined {
    const previous = this.open.at(-1);
    const belongs = previous !== undefined && line.set !== undefined && previous.set === line.set;
    const complete = belongs ? undefined : this.end();
    this.open.push(this.checked(line));
    return complete;
  }

  end(): FileSet | undefined {
    const lines = this.open;
    const last = lines.at(-1);
    if (last === undefined) return undefined;
    this.open = [];
    if (last.set !== undefined) this.closed.set(last.set, last.number);
    return {
      lines: lines.map(({ number }) => number),
      drafts: lines.flatMap(({ draft }) => (draft === undefined ? [] : [draft])),
      knownFrom: lines.findLast(({ knownFrom }) => knownFrom !== undefined)?.knownFrom,
      problems: lines.flatMap(({ problems }) => problems),
    };
  }

  private checked(line: ImportLine): ImportLine {
    const problems = [...this.setProblems(line), ...this.knowledgeProblems(line)];
    return problems.length === 0 ? line : { ...line, problems: [...line.problems, ...problems] };
  }

  private setProblems({ set, number }: ImportLine): ImportError[] {
    const earlier = set === undefined ? undefined : this.closed.get(set);
    if (set === undefined || earlier === undefined) return [];
    const shown = set.slice(0, 80);
    return [
      fileProblem(
        'SET_NOT_TOGETHER',
        number,
        {
          sv: `Ändringspaketet ”${shown}” slutade på rad ${earlier}; dess rader måste stå tillsammans.`,
          en: `The change set "${shown}" ended at line ${earlier}; its lines must stand together.`,
        },
        'set',
      ),
    ];
  }

  private knowledgeProblems(line: ImportLine): ImportError[] {
    const { number, knownFrom } = line;
    if (!this.options.backdate) return [];
    const previous = this.lastKnown;
    this.lastKnown = line;
    if (knownFrom === undefined) return [];
    if (knownFrom > this.options.now) {
      return [
        fileProblem(
          'KNOWN_AT_IN_FUTURE',
          number,
          { sv: `${knownFrom} ligger i framtiden.`, en: `${knownFrom} is in the future.` },
          'knownFrom',
        ),
      ];
    }
    if (previous === undefined || (previous.knownFrom !== undefined && previous.knownFrom <= knownFrom)) {
      return [];
    }
    const before = previous.knownFrom ?? this.options.now;
    return [
      fileProblem(
        'KNOWN_FROM_BACKWARDS',
        number,
        {
          sv: `${knownFrom} ligger före rad ${previous.number}, som var känd ${before}.`,
          en: `${knownFrom} is before line ${previous.number}, known since ${before}.`,
        },
        'knownFrom',
      ),
    ];
  }
}
