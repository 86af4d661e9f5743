import { ReadChanges, ReadInferredLineage, ReadObservations, ReadReasons, ReadSpellings } from '#chronicle';
import { nameAt, type ChronicleEntry, type MarkedField, type Unit } from '#structure';
import { keyOf } from '../question.js';
import { changeAccount, type ChangeAccount } from './change-account.js';
import { inferredSteps, type InferredStepAccount } from './inferred-steps.js';
import type { Inquiry } from './inquiry.js';
import { observationAccount, type ObservationAccount } from './observation-account.js';
import { placesOf, type SourcePlace } from './source-places.js';

/** What of a unit it is asked why it is so. */
export const ASKED_FIELDS = ['existence', 'name', 'type', 'placement', 'code'] as const;
export type AskedField = (typeof ASKED_FIELDS)[number];

/** Something that is so, and the change behind it. */
export interface ReasonAccount {
  readonly field: MarkedField;
  readonly value: string | boolean | null;
  readonly valueKey: string | null;
  readonly valueName: string | null;
  /** False while the change may or may not have taken effect. */
  readonly certain: boolean;
  readonly change: ChangeAccount;
}

/** Another way in which documents write a unit's name. */
export interface SpellingAccount {
  readonly written: string;
  readonly places: readonly SourcePlace[];
}

/** Why a unit is as it is on a date, and what else is known that concerns it. */
export interface UnitAccount {
  readonly id: string;
  readonly key: string | null;
  readonly name: string;
  readonly date: string;
  readonly reasons: readonly ReasonAccount[];
  readonly spellings: readonly SpellingAccount[];
  /** Changes that concern it and never came into force, or have not yet. */
  readonly pending: readonly ChangeAccount[];
  readonly observations: readonly ObservationAccount[];
  readonly inferredLineage: readonly InferredStepAccount[];
}

export async function unitAccount(
  unit: Unit,
  inquiry: Inquiry,
  field: AskedField | undefined,
): Promise<UnitAccount> {
  const { queries, reading, keys } = inquiry;
  const reasons: ReasonAccount[] = [];
  for (const reason of await queries.execute(new ReadReasons(reading, unit))) {
    if (field !== undefined && askedField(reason.field) !== field) continue;
    const { value, valueName } = reason;
    const valueKey = valueName === null ? null : keyOf(reading, String(value), keys);
    reasons.push({ ...reason, valueKey, change: await changeAccount(reason.change, inquiry) });
  }
  const pending: ChangeAccount[] = [];
  for (const entry of await queries.execute(new ReadChanges(reading, { unit, includePending: true }))) {
    if (!entry.pending || !concerns(entry, unit, field)) continue;
    pending.push(await changeAccount(entry, inquiry));
  }
  const observations = await queries.execute(new ReadObservations(reading, { unit: unit.id }));
  const steps = await queries.execute(new ReadInferredLineage(reading, unit));
  return {
    id: unit.id,
    key: keyOf(reading, unit.id, keys),
    name: nameAt(reading, unit),
    date: reading.date,
    reasons,
    spellings: field === undefined || field === 'name' ? await spellingsOf(unit, inquiry) : [],
    pending,
    observations: observations.map((observation) => observationAccount(observation, inquiry)),
    inferredLineage: await inferredSteps(steps, inquiry),
  };
}

/** Each spelling once, with every place that has it. */
async function spellingsOf(unit: Unit, inquiry: Inquiry): Promise<SpellingAccount[]> {
  const { queries, reading } = inquiry;
  const places = new Map<string, SourcePlace[]>();
  for (const { written, document, place } of await queries.execute(new ReadSpellings(reading, unit))) {
    const stands = placesOf(
      { document: document ?? undefined, place: place ?? undefined },
      undefined,
      inquiry,
    );
    places.set(written, [...(places.get(written) ?? []), ...stands]);
  }
  return [...places].map(([written, stands]) => ({ written, places: stands }));
}

function askedField(field: MarkedField): AskedField {
  if (field.startsWith('parent:')) return 'placement';
  if (field.startsWith('code:')) return 'code';
  return field as AskedField;
}

/** Whether a change would touch a field of a unit; one of open form may touch any. */
function concerns({ version }: ChronicleEntry, unit: Unit, field: AskedField | undefined): boolean {
  if (field === undefined || version.effects.length === 0) return true;
  return version.effects.some((effect) => {
    switch (effect.e) {
      case 'begin':
        return effect.unit === unit.id;
      case 'end':
        return effect.unit === unit.id && field === 'existence';
      case 'set':
        return effect.unit === unit.id && askedField(effect.field) === field;
      case 'lineage':
        return (effect.from === unit.id || effect.to === unit.id) && field === 'existence';
    }
  });
}
