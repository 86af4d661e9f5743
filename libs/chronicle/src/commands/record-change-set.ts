import { Injectable } from '@nestjs/common';
import { Command } from '@nestjs/cqrs';
import { ADOPTION_KEY } from '#scenarios';
import type { WarningCode } from '#structure';
import type { Position } from '#temporal';
import type { AnyDraft } from '../any-draft.js';
import { isIdempotencyKey } from '../idempotency-key.js';
import { Recorder } from '../recorder.js';
import type { RecordingOutcome } from '../recording.js';
import { refusal, unknownOrganisation } from '../refusal.js';
import { Timelines } from '../timelines.js';

/** The recorder's terms for a change set. */
export interface RecordingTerms {
  /** Who: an opaque id, never personal data. */
  readonly actor: string;
  readonly reason?: string | undefined;
  /** The same key records once; without one every call is a new one. At most 200 characters. */
  readonly idempotencyKey?: string | undefined;
  /** Refused with STALE_POSITION unless the organisation's ledger is exactly here. */
  readonly expectedPosition?: Position | undefined;
  /** Tells what would be recorded, and records nothing. */
  readonly validateOnly?: boolean | undefined;
  /** Warnings that the recorder has seen. Default: none. */
  readonly confirmed?: ReadonlySet<WarningCode> | 'all' | undefined;
  /** Code scheme in which bare keys are looked up and kept. Default: `import`. */
  readonly keyScheme?: string | undefined;
}

/** A command that records a change set, whole or not at all. Refusals are in its outcome. */
export abstract class ChangeSetCommand extends Command<RecordingOutcome> {
  constructor(
    /** Slug or id. */
    readonly organisation: string,
    readonly drafts: readonly AnyDraft[],
    readonly terms: RecordingTerms,
  ) {
    super();
  }
}

/** Finds the organisation and hands the change set to the recorder. */
@Injectable()
export class ChangeSetHandler<C extends ChangeSetCommand> {
  constructor(
    private readonly timelines: Timelines,
    private readonly recorder: Recorder,
  ) {}

  async execute(command: C): Promise<RecordingOutcome> {
    const { terms } = command;
    if (terms.idempotencyKey !== undefined && !isFree(terms.idempotencyKey)) {
      return refuse(
        refusal(
          'INVALID_IDEMPOTENCY_KEY',
          {
            sv: `idempotencyKey ska ha 1 till 200 synliga tecken och inte börja med ${ADOPTION_KEY}`,
            en: `idempotencyKey takes 1 to 200 visible characters and does not begin with ${ADOPTION_KEY}`,
          },
          'idempotencyKey',
        ),
      );
    }
    const organisation = await this.timelines.findOrganisation(command.organisation);
    if (organisation === null) {
      return refuse(
        refusal('UNKNOWN_ORGANISATION', unknownOrganisation(command.organisation), 'organisation'),
      );
    }
    return this.recorder.record(this.timelines.memoryOf(organisation), {
      ...terms,
      drafts: command.drafts,
      commandType: command.constructor.name,
      confirmed: terms.confirmed ?? new Set<WarningCode>(),
      keyScheme: terms.keyScheme ?? 'import',
      describe: true,
    });
  }
}

/** Whether a recorder may use a key: those under which scenarios become real are theirs. */
function isFree(key: string): boolean {
  return isIdempotencyKey(key) && !key.startsWith(ADOPTION_KEY);
}

function refuse(
  reason: ReturnType<typeof refusal<'UNKNOWN_ORGANISATION' | 'INVALID_IDEMPOTENCY_KEY'>>,
): RecordingOutcome {
  return { outcome: 'refused', refusals: [reason], warnings: [] };
}
