/** A unit that a change acts on, as it is on the date of the change. */
export interface ActedOn {
  readonly id: string;
  readonly type: string;
  readonly placements: readonly {
    readonly hierarchy: string;
    readonly parent: { readonly id: string } | null;
  }[];
  readonly children: readonly { readonly id: string; readonly name: string }[];
}

export interface Code {
  readonly scheme: string;
  /** Empty: none any more. */
  readonly value: string;
}

/** Where a unit stands in a hierarchy other than the line; null: at its top. */
export interface Placement {
  readonly hierarchy: string;
  readonly parent: string | null;
}

/** A unit that begins, or one that stands already. */
export interface Part {
  /** The id that it begins with: by it others name it before it is recorded. */
  readonly key: string;
  readonly isNew: boolean;
  /** Of one that stands. */
  readonly unit: string | null;
  readonly name: string;
  /** Null: as what it continues. */
  readonly type: string | null;
  /** In the line; null: at the top; undefined: where what it continues stands. */
  readonly parent: string | null | undefined;
  /** Null: where what it continues stands. */
  readonly parents: readonly Placement[] | null;
  readonly codes: readonly Code[];
}

export const NEW_CODE: Code = { scheme: '', value: '' };

/** A unit that begins, with nothing filled in. */
export function newPart(): Part {
  return {
    key: newUnitId(),
    isNew: true,
    unit: null,
    name: '',
    type: null,
    parent: undefined,
    parents: null,
    codes: [],
  };
}

/** What a part is where nothing else is said: as the unit that it continues. */
export function standingOf(part: Part, continued: ActedOn | null) {
  const placed = continued?.placements ?? [];
  const inLine = placed.find(({ hierarchy }) => hierarchy === 'line')?.parent?.id ?? null;
  const elsewhere = placed
    .filter(({ hierarchy }) => hierarchy !== 'line')
    .map(({ hierarchy, parent }) => ({ hierarchy, parent: parent?.id ?? null }));
  return {
    type: part.type ?? continued?.type ?? '',
    parent: part.parent === undefined ? inLine : part.parent,
    parents: part.parents ?? elsewhere,
  };
}

/** What others call it: the id that it gets, or has. */
export function referenceOf({ isNew, key, unit }: Part): string | null {
  return isNew ? key : unit;
}

/** A UUIDv7: ordered by time, as the units' own ids are. */
function newUnitId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  bytes[0] = 0x70 | (bytes[0]! & 0x0f);
  bytes[2] = 0x80 | (bytes[2]! & 0x3f);
  const random = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const time = Date.now().toString(16).padStart(12, '0');
  const digits = time + random;
  return [0, 8, 12, 16, 20].map((at, i, all) => digits.slice(at, all[i + 1])).join('-');
}
