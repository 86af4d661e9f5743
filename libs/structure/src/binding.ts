import type { Message, Moment } from '#temporal';
import { isUuid, type UnitId } from './ids.js';
import type { NewUnit } from './kinds/fields.js';
import { type UnitMapping } from './kinds/kind.js';
import { kindOf, type Payload } from './kinds/index.js';
import type { ChangeContent } from './draft.js';
import type { Rejection, RejectionCode } from './rejection.js';
import type { Timeline } from './timeline.js';
import type { Unit } from './unit.js';

/** Where ids come from: a function that gives a new UUIDv7 at each call. */
export type NewId = () => string;

/**
 * Turns the references of one change set into unit ids. A reference is a key (a code in `keyScheme`), a code
 * as `scheme:value`, or an id; a unit that begins anywhere in the set may be named by its key everywhere in it.
 */
export class Binding {
  private readonly begun = new Map<string, UnitId>();
  /** Bound units that were known before the set, but to a change that it corrects, and those that it has begun since. */
  private readonly taken = new Set<UnitId>();

  constructor(
    private readonly timeline: Timeline,
    private readonly keyScheme: string,
    private readonly newId: NewId,
  ) {}

  /** Takes note of the units that a change of the set will begin. */
  announce(content: ChangeContent, ownUnits: readonly UnitId[] = []): void {
    const note = (unit: NewUnit): NewUnit => {
      if (isBound(unit)) {
        this.begun.set(unit.id, unit.id);
        if (!ownUnits.includes(unit.id) && this.isKnown(unit.id)) this.taken.add(unit.id);
      }
      if (unit.key !== undefined && !this.begun.has(unit.key)) {
        const own = ownUnits.find((id) => this.isKeyOf(unit.key!, id));
        this.begun.set(unit.key, own ?? this.idFor(unit.key));
      }
      return unit;
    };
    kindOf(content.kind).map(content.payload, { unit: (reference) => reference, begins: note });
  }

  /**
   * The payload with ids in the place of references, or what is wrong with it.
   * `ownUnits`: units that the corrected change began; under the same key, or in the same order, they stay the same units.
   */
  bind(
    content: ChangeContent,
    moment: Moment,
    ownUnits: readonly UnitId[] = [],
  ): { ok: true; payload: Payload } | { ok: false; rejections: Rejection[] } {
    const rejections: Rejection[] = [];
    const reject = (code: RejectionCode, field: string, message: Message) => {
      rejections.push({ code, field, message, units: [], changes: [] });
    };
    const unused = [...ownUnits];
    const mapping: UnitMapping = {
      unit: (reference, field) => {
        const found = this.find(reference, moment);
        if (typeof found === 'string') return found;
        const { code, message } = unitNotFound(reference, found.length > 1);
        reject(code, field, message);
        return reference;
      },
      begins: (unit, field) => {
        const { key, ...rest } = unit;
        if (isBound(unit)) {
          if (!ownUnits.includes(unit.id) && this.taken.has(unit.id)) {
            reject(...keyTaken(unit.id, `${field}.id`));
          }
          this.taken.add(unit.id);
          return unit;
        }
        if (key === undefined) {
          const own = unused.shift();
          return { ...rest, id: own ?? (this.newId() as UnitId) };
        }
        const id = this.begun.get(key) ?? this.idFor(key);
        const taken = this.holdersOf(this.keyScheme, key).some((holder) => holder.id !== id);
        if (taken || (!ownUnits.includes(id) && this.isKnown(id))) {
          reject(...keyTaken(key, field === '' ? 'key' : `${field}.key`));
        }
        const at = unused.indexOf(id);
        if (at >= 0) unused.splice(at, 1);
        return isUuid(key)
          ? { ...rest, id }
          : { ...rest, id, codes: { [this.keyScheme]: key, ...rest.codes } };
      },
    };
    const payload = kindOf(content.kind).map(content.payload, mapping);
    return rejections.length === 0 ? { ok: true, payload } : { ok: false, rejections };
  }

  private idFor(key: string): UnitId {
    return (isUuid(key) ? key : this.newId()) as UnitId;
  }

  /** The unit's id, or the ids of all who could be meant. */
  private find(reference: string, moment: Moment): UnitId | readonly Unit[] {
    const announced = this.begun.get(reference);
    if (announced !== undefined) return announced;
    if (isUuid(reference)) return this.isKnown(reference as UnitId) ? (reference as UnitId) : [];
    const colon = reference.indexOf(':');
    const asKey = this.holderOf(this.keyScheme, reference, moment);
    return colon <= 0 || typeof asKey === 'string' || asKey.length > 0
      ? asKey
      : this.holderOf(reference.slice(0, colon), reference.slice(colon + 1), moment);
  }

  /** The unit that holds the code; of several, the one that holds it just before the moment. */
  private holderOf(scheme: string, code: string, moment: Moment): UnitId | readonly Unit[] {
    const holders = this.holdersOf(scheme, code);
    const now =
      holders.length < 2
        ? holders
        : holders.filter(
            (unit) => unit.codes.get(scheme)?.before(moment, this.timeline.horizon)?.value === code,
          );
    return now.length === 1 ? now[0]!.id : holders;
  }

  /** Units that hold the code on some date, as known now. */
  private holdersOf(scheme: string, code: string): Unit[] {
    return [...this.timeline.holdersOf(scheme, code)].filter((unit) =>
      unit.codes
        .get(scheme)
        ?.known(this.timeline.horizon)
        .some((fact) => fact.value === code),
    );
  }

  private isKeyOf(key: string, id: UnitId): boolean {
    return key === id || this.holdersOf(this.keyScheme, key).some((unit) => unit.id === id);
  }

  private isKnown(id: UnitId): boolean {
    const unit = this.timeline.units.get(id);
    return unit !== undefined && unit.existence.known(this.timeline.horizon).length > 0;
  }
}

/** Whether a new unit was bound before, by a decision that is made again. */
function isBound(unit: NewUnit): unit is NewUnit & { readonly id: UnitId } {
  return unit.key === undefined && unit.id !== undefined && isUuid(unit.id);
}

function keyTaken(key: string, field: string): [RejectionCode, string, Message] {
  const message = {
    sv: `Nyckeln ”${key.slice(0, 80)}” har redan använts för en annan enhet.`,
    en: `The key "${key.slice(0, 80)}" has been used for another unit.`,
  };
  return ['KEY_TAKEN', field.replace(/^\./, ''), message];
}

/** Why a reference means no unit: nobody is called so, or several are. */
export function unitNotFound(
  reference: string,
  ambiguous: boolean,
): { readonly code: 'UNKNOWN_UNIT' | 'AMBIGUOUS_UNIT'; readonly message: Message } {
  const shown = reference.slice(0, 80);
  return ambiguous
    ? {
        code: 'AMBIGUOUS_UNIT',
        message: {
          sv: `”${shown}” har burits av flera enheter; ange id.`,
          en: `"${shown}" has been held by several units; name one by its id.`,
        },
      }
    : {
        code: 'UNKNOWN_UNIT',
        message: {
          sv: `Ingen enhet heter ”${shown}” (nyckel, schema:kod eller id).`,
          en: `No unit is known as "${shown}" (key, scheme:code or id).`,
        },
      };
}

/** The units that a bound payload begins. */
export function unitsBegunBy(content: { kind: ChangeContent['kind']; payload: Payload }): UnitId[] {
  const begun: UnitId[] = [];
  kindOf(content.kind).map(content.payload, {
    unit: (reference) => reference,
    begins: (unit) => {
      if (unit.id !== undefined) begun.push(unit.id as UnitId);
      return unit;
    },
  });
  return begun;
}
