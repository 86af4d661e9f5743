import type { Readable } from 'node:stream';
import type { CommandBus } from '@nestjs/cqrs';
import {
  ImportChanges,
  now,
  RegisterOrganisation,
  type AnyRefusal,
  type RecordedOrganisation,
  type RecordingOutcome,
  type Timelines,
} from '#chronicle';
import type { Instant } from '#temporal';
import { fileSets, type FileSet } from './file-sets.js';
import { errorOf, type ImportError } from './import-error.js';

export interface ImportOptions {
  readonly organisation: string;
  /** Of a new organisation; default: its slug. */
  readonly name?: string | undefined;
  /** Scheme in which keys are kept and looked up; default `import`. */
  readonly keyScheme?: string | undefined;
  /** Takes `knownFrom` as the knowledge time. */
  readonly backdate?: boolean | undefined;
  /** Who: an opaque id. */
  readonly actor: string;
  /** Change sets stored in one append. */
  readonly batchSize?: number | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

export interface ImportProgress {
  /** Lines recorded now, and lines that had been recorded before. */
  readonly recorded: number;
  readonly skipped: number;
}

/** How far an import came. */
export interface ImportResult extends ImportProgress {
  /** The ledger's newest position; 0 if the organisation does not exist. */
  readonly position: number;
  /** Why it stopped; empty if every line is recorded. */
  readonly errors: readonly ImportError[];
}

const BATCH = 2000;

/**
 * Records the change sets of a file in order, and stops at the first that is refused: nothing of that set and
 * nothing after it is recorded. Lines that were recorded before are skipped, so that an import that was
 * interrupted, or whose file has grown, goes on where it stopped.
 */
export async function importFile(
  { commands, timelines }: { readonly commands: CommandBus; readonly timelines: Timelines },
  source: Readable,
  options: ImportOptions,
): Promise<ImportResult> {
  const backdate = options.backdate ?? false;
  const terms = { actor: options.actor, keyScheme: options.keyScheme ?? 'import', backdate };
  const tally = { recorded: 0, skipped: 0 };
  let errors: readonly ImportError[] = [];
  let exists = (await timelines.findOrganisation(options.organisation)) !== null;
  const batches = inBatches(fileSets(source, { backdate, now: now() }), options.batchSize ?? BATCH);
  let next = batches.next();
  for (let batch = await next; batch.done !== true && errors.length === 0; batch = await next) {
    const broken = batch.value.findIndex(({ problems }) => problems.length > 0);
    const sets = broken < 0 ? batch.value : batch.value.slice(0, broken);
    if (!exists && sets.length > 0) {
      errors = await register(commands, timelines, options, backdate ? sets[0]?.knownFrom : undefined);
      if (errors.length > 0) break;
      exists = true;
    }
    const stored =
      sets.length === 0 ? [] : commands.execute(new ImportChanges(options.organisation, sets, terms));
    // Reads on while the database stores.
    next = batches.next();
    next.catch(() => undefined);
    const outcomes = await stored;
    const refused = count(outcomes, sets, tally);
    if (refused !== undefined) {
      const left = linesLeft(refused.set, await timelines.read(options.organisation));
      errors = refused.reasons.map((reason) => errorOf(reason, left));
    }
    if (errors.length === 0 && broken >= 0) errors = batch.value[broken]!.problems;
    options.onProgress?.({ ...tally });
  }
  await batches.return(undefined);
  source.destroy();
  if (!exists && errors.length === 0) errors = await register(commands, timelines, options, undefined);
  return { ...tally, position: await positionOf(timelines, options.organisation), errors };
}

/** Adds up outcomes; the set that was refused, if any. */
function count(
  outcomes: readonly RecordingOutcome[],
  sets: readonly FileSet[],
  tally: { recorded: number; skipped: number },
): { readonly set: FileSet; readonly reasons: readonly AnyRefusal[] } | undefined {
  for (const [i, outcome] of outcomes.entries()) {
    const set = sets[i]!;
    if (outcome.outcome === 'refused') {
      return { set, reasons: [...outcome.refusals, ...outcome.warnings] };
    }
    const recorded = outcome.outcome === 'recorded' ? outcome.recorded : 0;
    tally.recorded += recorded;
    tally.skipped += set.lines.length - recorded;
  }
  return undefined;
}

/** The lines of a set that are not recorded: those that a refusal speaks of. */
export function linesLeft(set: FileSet, organisation: RecordedOrganisation): readonly number[] {
  return set.lines.filter((_, i) => !organisation.hasImported(set.drafts[i]?.digest ?? ''));
}

async function register(
  commands: CommandBus,
  timelines: Timelines,
  { organisation, name, actor, keyScheme }: ImportOptions,
  knownAt: Instant | undefined,
): Promise<readonly ImportError[]> {
  const outcome = await commands.execute(
    new RegisterOrganisation(organisation, name ?? organisation, { actor, knownAt, keyScheme }),
  );
  if (outcome.outcome !== 'refused') return [];
  // Another import may have been first.
  if ((await timelines.findOrganisation(organisation)) !== null) return [];
  return outcome.refusals.map((reason) => errorOf(reason, []));
}

async function positionOf(timelines: Timelines, organisation: string): Promise<number> {
  const found = await timelines.findOrganisation(organisation);
  return found === null ? 0 : (await timelines.read(organisation)).position;
}

async function* inBatches(
  pieces: AsyncGenerator<FileSet[], void>,
  size: number,
): AsyncGenerator<FileSet[], void> {
  let batch: FileSet[] = [];
  for await (const piece of pieces) {
    for (const set of piece) {
      batch.push(set);
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
