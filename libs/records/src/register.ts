import { STILL, type Instant, type Position } from '#temporal';
import { isUuid } from '#structure';
import type { RecordId, RecordKind, RecordKinds } from './record-kind.js';

/** What was said of a record from one position to another. */
export interface RecordVersion<P = unknown> {
  readonly payload: P;
  /** Where it comes from: free JSON, as given. */
  readonly source: unknown;
  readonly knownFrom: Position;
  /** Position of the correction or withdrawal that closed it. */
  knownUntil: number;
}

/** A record through all its corrections. */
export interface RecordEntry<P = unknown> {
  readonly id: RecordId;
  readonly kind: string;
  /** The name its source gave it. */
  readonly externalId: string | undefined;
  /** Position of its first recording. */
  readonly first: Position;
  readonly versions: RecordVersion<P>[];
}

/** A record as known at a position. */
export interface KnownRecord<P> {
  readonly id: RecordId;
  readonly externalId: string | undefined;
  readonly first: Position;
  readonly payload: P;
  readonly source: unknown;
}

export type RecordRecording = 'recorded' | 'corrected' | 'withdrawn';

/** Who recorded what of a record, when and why. */
export interface RecordLogEntry {
  readonly position: Position;
  readonly recordedAt: Instant;
  readonly knownAt: Instant;
  readonly actor: string;
  readonly reason: string | undefined;
  readonly recording: RecordRecording;
  readonly record: RecordId;
  readonly kind: string;
}

/**
 * All records of one organisation in both times. It grows by versions and forgets nothing. Like a timeline, what
 * is not in the ledger yet is applied inside `begin` ... `commit` or `rollback`.
 */
export class Register {
  readonly entries = new Map<RecordId, RecordEntry>();
  readonly importedLines = new Set<string>();
  readonly log: RecordLogEntry[] = [];
  private readonly ofKind = new Map<string, RecordEntry[]>();
  /** By external id, and by `kind:name` for further names; may name too many, and is checked where it is read. */
  private readonly named = new Map<string, RecordEntry[]>();
  /** By kind and the id of what it is about; may name too many, as `named`. */
  private readonly aboutIt = new Map<string, RecordEntry[]>();
  private undo: (() => void)[] | undefined;

  constructor(readonly kinds: RecordKinds) {}

  /** The kind of an entry or payload; an unknown name here is a fault. */
  kindOf(name: string): RecordKind<unknown> {
    const kind = this.kinds.get(name);
    if (kind === undefined) throw new Error(`No kind of record ${name}`);
    return kind;
  }

  /** The records of a kind known at a position, in the order in which they were first recorded. */
  known<P>(kind: RecordKind<P>, position: number): KnownRecord<P>[] {
    return (this.ofKind.get(kind.kind) ?? []).flatMap((entry) => {
      const version = versionAt(entry, position) as RecordVersion<P> | undefined;
      return version === undefined ? [] : [asKnown(entry, version)];
    });
  }

  /** The records of a kind that are about another record or a change, as known at a position, first to last. */
  about<P>(kind: RecordKind<P>, id: string, position: number): KnownRecord<P>[] {
    const entries = this.aboutIt.get(`${kind.kind}:${id}`) ?? [];
    return entries
      .flatMap((entry) => {
        const version = versionAt(entry, position) as RecordVersion<P> | undefined;
        const isAbout = version !== undefined && kind.about?.(version.payload).includes(id) === true;
        return isAbout ? [asKnown(entry, version)] : [];
      })
      .sort((a, b) => a.first - b.first);
  }

  /** One record of a kind as known at a position; undefined: it was not recorded yet, or is withdrawn. */
  get<P>(kind: RecordKind<P>, id: string, position: number): KnownRecord<P> | undefined {
    const entry = this.entries.get(id as RecordId);
    if (entry === undefined || entry.kind !== kind.kind) return undefined;
    const version = versionAt(entry, position) as RecordVersion<P> | undefined;
    return version === undefined ? undefined : asKnown(entry, version);
  }

  /** What a reference means among records of some kinds (all, if none are named), as known at a position. */
  find(reference: string, position: number, kinds: readonly string[] = []): RecordEntry | undefined {
    const isMeant = (entry: RecordEntry | undefined): entry is RecordEntry =>
      entry !== undefined &&
      (kinds.length === 0 || kinds.includes(entry.kind)) &&
      versionAt(entry, position) !== undefined;
    const byId = isUuid(reference) ? this.entries.get(reference as RecordId) : undefined;
    if (isMeant(byId)) return byId;
    const named = (this.named.get(reference) ?? []).find(isMeant);
    if (named !== undefined) return named;
    for (const kind of kinds.length === 0 ? this.kinds.keys() : kinds) {
      const found = (this.named.get(`${kind}:${reference}`) ?? []).find(
        (entry) =>
          isMeant(entry) &&
          this.kindOf(kind).names?.(versionAt(entry, position)!.payload).includes(reference),
      );
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Whether a record has, or had until it was withdrawn, this id or the name that its source gave it. */
  hasHeld(reference: string): boolean {
    return this.entries.has(reference as RecordId) || (this.named.get(reference)?.length ?? 0) > 0;
  }

  /** Adds a version of a record; what was known of it before is closed. */
  apply(
    entry: Omit<RecordEntry, 'versions'>,
    payload: unknown,
    source: unknown,
    position: Position,
  ): RecordEntry {
    const known = this.entries.get(entry.id);
    const held: RecordEntry = known ?? { ...entry, versions: [] };
    if (known === undefined) this.add(held);
    else this.close(known, position);
    held.versions.push({ payload, source, knownFrom: position, knownUntil: STILL });
    this.note(() => held.versions.pop());
    const kind = this.kindOf(held.kind);
    for (const name of kind.names?.(payload) ?? []) this.list(this.named, `${held.kind}:${name}`, held);
    for (const id of kind.about?.(payload) ?? []) this.list(this.aboutIt, `${held.kind}:${id}`, held);
    return held;
  }

  /** From a position on the record is no longer part of what is known. */
  withdraw(id: RecordId, position: Position): void {
    const entry = this.entries.get(id);
    if (entry !== undefined) this.close(entry, position);
  }

  addImportedLine(digest: string): void {
    this.importedLines.add(digest);
    this.note(() => this.importedLines.delete(digest));
  }

  /** Adds to the log what is in the ledger: unlike all else, it cannot be taken back. */
  addLogEntry(entry: RecordLogEntry): void {
    this.log.push(entry);
  }

  begin(): void {
    this.undo = [];
  }

  savepoint(): number {
    return this.undo?.length ?? 0;
  }

  commit(): void {
    this.undo = undefined;
  }

  commitTo(savepoint: number): void {
    this.undo?.splice(0, savepoint);
  }

  rollbackTo(savepoint: number): void {
    while (this.undo !== undefined && this.undo.length > savepoint) this.undo.pop()!();
  }

  rollback(): void {
    this.rollbackTo(0);
    this.undo = undefined;
  }

  private add(entry: RecordEntry): void {
    this.entries.set(entry.id, entry);
    this.note(() => this.entries.delete(entry.id));
    const all = this.ofKind.get(entry.kind) ?? [];
    this.ofKind.set(entry.kind, all);
    all.push(entry);
    this.note(() => all.pop());
    if (entry.externalId !== undefined) this.list(this.named, entry.externalId, entry);
  }

  private list(lists: Map<string, RecordEntry[]>, key: string, entry: RecordEntry): void {
    const listed = lists.get(key) ?? [];
    if (listed.includes(entry)) return;
    lists.set(key, listed);
    listed.push(entry);
    this.note(() => listed.pop());
  }

  private close(entry: RecordEntry, position: Position): void {
    const version = entry.versions.at(-1);
    if (version === undefined || version.knownUntil !== STILL) return;
    version.knownUntil = position;
    this.note(() => {
      version.knownUntil = STILL;
    });
  }

  private note(takeBack: () => unknown): void {
    this.undo?.push(takeBack);
  }
}

/** What is known of a record at a position. */
export function versionAt(entry: RecordEntry, position: number): RecordVersion | undefined {
  return entry.versions.findLast(
    ({ knownFrom, knownUntil }) => knownFrom <= position && position < knownUntil,
  );
}

/** What was last said of a record by a position, also where it is withdrawn. */
export function lastVersionOf(entry: RecordEntry, position: number): RecordVersion | undefined {
  return entry.versions.findLast(({ knownFrom }) => knownFrom <= position);
}

function asKnown<P>(
  { id, externalId, first }: RecordEntry,
  { payload, source }: RecordVersion<P>,
): KnownRecord<P> {
  return { id, externalId, first, payload, source };
}
