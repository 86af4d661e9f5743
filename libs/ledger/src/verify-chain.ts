import type { Position } from '#temporal';

import { chainHash, GENESIS_HASH } from './chain.js';
import { envelopeColumns, envelopeStamp } from './envelope.js';
import type { Hash, Head, OrganisationId, StoredEvent } from './ledger-store.js';

/** What someone kept to hold the ledger to: at this position its hash was this. */
export interface Checkpoint {
  readonly position: Position;
  readonly hash: Hash;
}

export type ChainProblem =
  /** A position is missing, repeated or out of order. */
  | 'POSITION'
  /** The stored hash is not the hash of the previous one and the envelope. */
  | 'HASH'
  /** A column says something else than the envelope. */
  | 'COLUMN'
  /** The event was recorded before the previous one, or known before it. */
  | 'TIME'
  /** The head row does not agree with the last event: events at the end are gone, or were added behind the ledger's back. */
  | 'HEAD'
  /** The history up to a kept checkpoint is not the one that it was made of. */
  | 'CHECKPOINT'
  /** The organisation's row has another name or slug than its first event. */
  | 'REGISTRY'
  /** The record of a command, by which retries are known, is missing or is not about its events. */
  | 'COMMAND';

/** The outcome of verification: all is well, or the first bad place. */
export type ChainVerdict =
  | { readonly ok: true; readonly position: Position; readonly hash: Hash }
  | {
      readonly ok: false;
      /** Where it was found: the first position that is wrong or missing. */
      readonly position: Position;
      readonly problem: ChainProblem;
      readonly message: { readonly sv: string; readonly en: string };
    };

type Finding = Extract<ChainVerdict, { ok: false }>;

/**
 * Verifies one organisation's events, given in order. Pure: feed it from the database, a backup or an export.
 *
 *     const verification = new ChainVerification(organisation, checkpoints);
 *     for await (const batch of batches) if (!verification.accept(batch)) break;
 *     const verdict = verification.finish(head);
 *
 * A chain can be computed anew by whoever can write to the database: only a checkpoint kept elsewhere shows that.
 */
export class ChainVerification {
  private position = 0;
  private hash: Hash = GENESIS_HASH;
  private last: StoredEvent | undefined;
  private finding: Finding | undefined;
  private readonly checkpoints: Checkpoint[];

  constructor(
    private readonly organisation: OrganisationId,
    checkpoints: readonly Checkpoint[] = [],
  ) {
    this.checkpoints = checkpoints.toSorted((a, b) => b.position - a.position);
    this.compareCheckpoints();
  }

  /** Takes the next events; false as soon as something is wrong. */
  accept(events: readonly StoredEvent[]): boolean {
    for (const event of events) {
      if (this.finding !== undefined) return false;
      this.acceptOne(event);
    }
    return this.finding === undefined;
  }

  /** The verdict; `head` is what the ledger says its newest point is, undefined if that is not known. */
  finish(head?: Head | null): ChainVerdict {
    if (head !== undefined) this.compareHead(head);
    const missed = this.checkpoints.at(-1);
    if (missed !== undefined) this.found(missed.position, 'CHECKPOINT', beyondTheEnd(missed, this.position));
    return this.finding ?? { ok: true, position: this.position as Position, hash: this.hash };
  }

  private acceptOne(event: StoredEvent): void {
    const expected = this.position + 1;
    if (event.position !== expected)
      return this.found(expected, 'POSITION', misplaced(expected, event.position));
    const hash = chainHash(this.hash, event.envelope);
    if (event.hash !== hash) return this.found(expected, 'HASH', wrongHash(expected));
    if (!columnsAgree(this.organisation, event)) return this.found(expected, 'COLUMN', otherColumn(expected));
    const last = this.last;
    if (last !== undefined && !(event.recordedAt > last.recordedAt && event.knownAt >= last.knownAt)) {
      return this.found(expected, 'TIME', backwards(expected));
    }
    if (event.knownAt > event.recordedAt) return this.found(expected, 'TIME', knownTooEarly(expected));
    this.position = expected;
    this.hash = hash;
    this.last = event;
    this.compareCheckpoints();
  }

  private compareCheckpoints(): void {
    for (
      let next = this.checkpoints.at(-1);
      next?.position === this.position;
      next = this.checkpoints.at(-1)
    ) {
      this.checkpoints.pop();
      if (next.hash !== this.hash) this.found(this.position, 'CHECKPOINT', otherHistory(next));
    }
  }

  private compareHead(head: Head | null): void {
    const { last } = this;
    if (head === null || last === undefined) {
      if (head !== null || last !== undefined)
        this.found(this.position + 1, 'HEAD', otherHead(this.position, head));
      return;
    }
    const agrees =
      head.position === last.position &&
      head.hash === last.hash &&
      head.recordedAt === last.recordedAt &&
      head.knownAt === last.knownAt;
    if (agrees) return;
    const place =
      head.position === last.position ? last.position : Math.min(head.position, last.position) + 1;
    this.found(place, 'HEAD', otherHead(last.position, head));
  }

  private found(position: number, problem: ChainProblem, message: Finding['message']): void {
    this.finding ??= { ok: false, position: position as Position, problem, message };
  }
}

/** Compares without parsing: canonical text has one spelling, and all but data and command stand at its end. */
function columnsAgree(organisation: OrganisationId, event: StoredEvent): boolean {
  const { envelope } = event;
  const end =
    envelopeColumns(organisation, event, JSON.stringify(event.touches)) +
    envelopeStamp(event.position, event.recordedAt, event.knownAt);
  if (!envelope.endsWith(end)) return false;
  // Quotes inside strings are escaped, so the first of these is the command's own.
  const key = envelope.indexOf(',"key":');
  return envelope.startsWith(`,"key":${JSON.stringify(event.command)}`, key);
}

function misplaced(expected: number, found: number): Finding['message'] {
  return {
    sv: `Position ${expected} saknas: i dess ställe står position ${found}.`,
    en: `Position ${expected} is missing: in its place stands position ${found}.`,
  };
}

function wrongHash(position: number): Finding['message'] {
  return {
    sv: `Händelsen på position ${position} har ändrats: hashkedjan stämmer inte.`,
    en: `The event at position ${position} was changed: the hash chain does not match.`,
  };
}

function otherColumn(position: number): Finding['message'] {
  return {
    sv: `Kolumnerna på position ${position} säger något annat än den hashade händelsen.`,
    en: `The columns at position ${position} say something else than the hashed event.`,
  };
}

function backwards(position: number): Finding['message'] {
  return {
    sv: `Tiden går bakåt på position ${position}.`,
    en: `Time runs backwards at position ${position}.`,
  };
}

function knownTooEarly(position: number): Finding['message'] {
  return {
    sv: `Händelsen på position ${position} sägs vara känd senare än den registrerades.`,
    en: `The event at position ${position} is said to be known later than it was recorded.`,
  };
}

function otherHead(last: number, head: Head | null): Finding['message'] {
  const said = head?.position ?? 0;
  return {
    sv: `Huvudet pekar på position ${said}, den sista händelsen har position ${last}, eller deras hash eller tider skiljer sig.`,
    en: `The head points at position ${said}, the last event has position ${last}, or their hashes or times differ.`,
  };
}

function otherHistory({ position, hash }: Checkpoint): Finding['message'] {
  return {
    sv: `Historiken fram till position ${position} är en annan än när kontrollpunkten ${hash.slice(0, 12)}… togs.`,
    en: `The history up to position ${position} is another than when the checkpoint ${hash.slice(0, 12)}… was taken.`,
  };
}

function beyondTheEnd({ position }: Checkpoint, end: number): Finding['message'] {
  return {
    sv: `Kontrollpunkten gäller position ${position}, men liggaren slutar vid ${end}.`,
    en: `The checkpoint is for position ${position}, but the ledger ends at ${end}.`,
  };
}
