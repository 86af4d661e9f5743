import type { Readable } from 'node:stream';
import { v7 as uuidv7 } from 'uuid';
import { decideChangeSet, now, RecordedOrganisation, today, type Timelines } from '#chronicle';
import { dayOf, utcDate, type Position } from '#temporal';
import { fileSets, type FileSet } from './file-sets.js';
import { errorOf, type ImportError } from './import-error.js';
import { linesLeft, type ImportOptions, type ImportResult } from './import-file.js';

/**
 * Tells everything that would be refused, and records nothing. Every set is decided on top of all that were
 * accepted before it; what builds on a refused one is therefore refused too. `recorded` is what an import
 * would have recorded if it did not stop at the first error.
 */
export async function dryRunFile(
  { timelines }: { readonly timelines: Timelines },
  source: Readable,
  options: ImportOptions,
): Promise<ImportResult> {
  const sets = fileSets(source, { backdate: options.backdate ?? false, now: now() });
  const found = await timelines.findOrganisation(options.organisation);
  if (found === null) {
    // Registering the organisation will take the first position.
    const result = await rehearse(new RecordedOrganisation(), 1 as Position, sets, options);
    return { ...result, position: 0 };
  }
  const memory = await timelines.read(options.organisation);
  return memory.exclusively(() => rehearse(memory, memory.position, sets, options));
}

async function rehearse(
  organisation: RecordedOrganisation,
  head: Position,
  pieces: AsyncGenerator<FileSet[], void>,
  options: ImportOptions,
): Promise<ImportResult> {
  const errors: ImportError[] = [];
  const tally = { recorded: 0, skipped: 0 };
  organisation.begin();
  let last = head;
  try {
    for await (const piece of pieces) {
      for (const set of piece) {
        const left = linesLeft(set, organisation);
        const drafts = set.drafts.filter(({ digest }) => !organisation.hasImported(digest!));
        if (set.problems.length > 0) errors.push(...set.problems);
        else if (drafts.length === 0) tally.skipped += set.lines.length;
        else {
          const decision = decideChangeSet(organisation, drafts, {
            position: (last + 1) as Position,
            today: set.knownFrom === undefined ? today() : dayOf(utcDate(set.knownFrom)),
            newId: uuidv7,
            keyScheme: options.keyScheme ?? 'import',
            confirmed: 'all',
          });
          if (decision.accepted) {
            last = (last + decision.events.length) as Position;
            tally.recorded += drafts.length;
            tally.skipped += set.lines.length - drafts.length;
          } else errors.push(...decision.rejections.map((rejection) => errorOf(rejection, left)));
        }
      }
      options.onProgress?.({ ...tally });
    }
  } finally {
    organisation.rollback();
  }
  return { ...tally, position: head, errors };
}
