import { createHash } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { dayOf, utcDate, type Instant } from '#temporal';
import type { AnyDraft } from '../any-draft.js';
import { Recorder } from '../recorder.js';
import type { ChangeSetRequest, RecordingOutcome } from '../recording.js';
import { refusal, unknownOrganisation } from '../refusal.js';
import { Timelines } from '../timelines.js';

/** A change set of an import: its lines as drafts, each with its digest. */
export interface ImportedSet {
  readonly drafts: readonly AnyDraft[];
  /** When the register says it learned the set; its knowledge time only in a backdated import. */
  readonly knownFrom?: Instant | undefined;
}

export interface ImportTerms {
  readonly actor: string;
  readonly keyScheme: string;
  /** Takes `knownFrom` as the knowledge time. */
  readonly backdate: boolean;
  readonly validateOnly?: boolean;
}

/** One outcome a set, in order, up to and including the first that was refused. */
export type ImportOutcome = readonly RecordingOutcome[];

/** Change sets from a file, recorded in order; lines recorded before are skipped, warnings count as confirmed. */
export class ImportChanges extends Command<ImportOutcome> {
  constructor(
    readonly organisation: string,
    readonly sets: readonly ImportedSet[],
    readonly terms: ImportTerms,
  ) {
    super();
  }
}

@CommandHandler(ImportChanges)
export class ImportChangesHandler implements ICommandHandler<ImportChanges> {
  constructor(
    private readonly timelines: Timelines,
    private readonly recorder: Recorder,
  ) {}

  async execute({ organisation: slug, sets, terms }: ImportChanges): Promise<ImportOutcome> {
    const organisation = await this.timelines.findOrganisation(slug);
    if (organisation === null) {
      const unknown = refusal('UNKNOWN_ORGANISATION', unknownOrganisation(slug), 'organisation');
      return [{ outcome: 'refused', refusals: [unknown], warnings: [] }];
    }
    return this.recorder.recordInOrder(
      this.timelines.memoryOf(organisation),
      sets.map((set) => requestOf(set, terms)),
    );
  }
}

function requestOf({ drafts, knownFrom }: ImportedSet, terms: ImportTerms): ChangeSetRequest {
  return {
    drafts,
    commandType: 'ImportChanges',
    actor: terms.actor,
    idempotencyKey: `import:${createHash('sha256')
      .update(drafts.map(({ digest }) => digest).join())
      .digest('hex')}`,
    validateOnly: terms.validateOnly,
    confirmed: 'all',
    keyScheme: terms.keyScheme,
    knownAt: terms.backdate ? knownFrom : undefined,
    today: knownFrom === undefined ? undefined : dayOf(utcDate(knownFrom)),
  };
}
