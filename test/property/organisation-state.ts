/** What the effects say, applied one after the other: the model's picture of an organisation. */

export type Effect =
  | {
      readonly e: 'begin';
      readonly unit: string;
      readonly name: string;
      readonly type: string;
      readonly parents: Readonly<Record<string, string | null>>;
      readonly codes: Readonly<Record<string, string>>;
    }
  | { readonly e: 'end'; readonly unit: string }
  | { readonly e: 'set'; readonly unit: string; readonly field: string; readonly value: string | null }
  | {
      readonly e: 'lineage';
      readonly from: string;
      readonly to: string;
      readonly relation: string;
      readonly share?: number;
    };

export interface UnitState {
  /** It has begun at least once. */
  begun: boolean;
  inForce: boolean;
  /** Day of the begin of the present (or last) interval. */
  since: number;
  name: string;
  type: string;
  /** By hierarchy; a hierarchy that is missing is one that the unit takes no part in. */
  parents: Map<string, string | null>;
  codes: Map<string, string | null>;
}

export type State = Map<string, UnitState>;

/** One assertion on one track of one unit. */
export interface TrackValue {
  readonly unit: string;
  readonly track: string;
  readonly value: string | null;
}

/** An effect as assertions on tracks: `existence`, `name`, `type`, `parent:<hierarchy>`, `code:<scheme>`. */
export function trackValues(effect: Effect): TrackValue[] {
  switch (effect.e) {
    case 'begin':
      return [
        { unit: effect.unit, track: 'existence', value: 'begun' },
        { unit: effect.unit, track: 'name', value: effect.name },
        { unit: effect.unit, track: 'type', value: effect.type },
        ...Object.entries(effect.parents).map(([h, value]) => ({
          unit: effect.unit,
          track: `parent:${h}`,
          value,
        })),
        ...Object.entries(effect.codes).map(([s, value]) => ({
          unit: effect.unit,
          track: `code:${s}`,
          value,
        })),
      ];
    case 'end':
      return [{ unit: effect.unit, track: 'existence', value: null }];
    case 'set':
      return [{ unit: effect.unit, track: effect.field, value: effect.value }];
    case 'lineage':
      return [];
  }
}

/** Applies an effect that takes place on a day. */
export function apply(state: State, effect: Effect, day: number): void {
  for (const { unit: key, track, value } of trackValues(effect)) {
    let unit = state.get(key);
    if (!unit) {
      unit = {
        begun: false,
        inForce: false,
        since: 0,
        name: '',
        type: '',
        parents: new Map(),
        codes: new Map(),
      };
      state.set(key, unit);
    }
    if (track === 'existence') {
      if (value !== null && !unit.inForce) unit.since = day;
      if (value !== null) unit.begun = true;
      unit.inForce = value !== null;
    } else if (track === 'name') unit.name = value ?? '';
    else if (track === 'type') unit.type = value ?? '';
    else if (track.startsWith('parent:')) unit.parents.set(track.slice('parent:'.length), value);
    else unit.codes.set(track.slice('code:'.length), value);
  }
}
