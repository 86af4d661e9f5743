import type { Readable } from 'node:stream';
import { now, type AnyDraft, type AnyRefusal } from '#chronicle';
import { fileSets } from './file-sets.js';
import { errorOf, type ImportError } from './import-error.js';

/** The change sets of a file as steps of a scenario. */
export interface FileSteps {
  /** As `SimulateChanges` takes them, each draft with the digest of its line. */
  readonly steps: readonly (readonly AnyDraft[])[];
  /** The line of each draft, in the order of all steps. */
  readonly lines: readonly number[];
  /** What is wrong with lines before anything is decided; empty if the steps can be simulated. */
  readonly problems: readonly ImportError[];
}

/** Reads a file of the import format, plain or gzipped: lines with the same `set` are a step, any other line is one. */
export async function readSteps(source: Readable): Promise<FileSteps> {
  const steps: (readonly AnyDraft[])[] = [];
  const lines: number[] = [];
  const problems: ImportError[] = [];
  for await (const sets of fileSets(source, { backdate: false, now: now() })) {
    for (const set of sets) {
      problems.push(...set.problems);
      steps.push(set.drafts);
      lines.push(...set.lines);
    }
  }
  return { steps, lines, problems };
}

/** Why the steps of a file are refused, told of the lines that it concerns. */
export function stepErrors({ lines }: FileSteps, refusals: readonly AnyRefusal[]): ImportError[] {
  return refusals.map((refusal) => {
    const { index, ...rest } = refusal;
    return index === undefined ? { ...rest, line: null } : errorOf(refusal, lines);
  });
}
