import { nameAt, type BeginEffect, type Effect, type Reading, type UnitId } from '#structure';
import type { Message } from '#temporal';

/** An effect in words, its units called as they are at the reading. */
export function effectInWords(effect: Effect, reading: Reading): Message {
  const name = (id: UnitId) => {
    const unit = reading.timeline.units.get(id);
    return unit === undefined ? id : nameAt(reading, unit);
  };
  return { sv: inSwedish(effect, (id) => `”${name(id)}”`), en: inEnglish(effect, (id) => `"${name(id)}"`) };
}

type Naming = (id: UnitId) => string;

function inSwedish(effect: Effect, name: Naming): string {
  switch (effect.e) {
    case 'begin':
      return [
        `”${effect.name}” inrättas`,
        ...(effect.parents.line == null ? [] : [`under ${name(effect.parents.line)}`]),
        ...codesOf(effect),
      ].join(' ');
    case 'end':
      return `${name(effect.unit)} upphör`;
    case 'lineage':
      return `${name(effect.from)} fortsätter i ${name(effect.to)}`;
    case 'set': {
      const { field, value } = effect;
      const unit = name(effect.unit);
      if (field === 'name') return `${unit} får namnet ”${value}”`;
      if (field === 'type') return `${unit} får typen ${value}`;
      const [track, of] = trackOf(field);
      if (track === 'code') {
        return value === null ? `${unit} mister koden i ${of}` : `${unit} får koden ${value} i ${of}`;
      }
      return `${unit} ställs ${value === null ? 'överst' : `under ${name(value as UnitId)}`}`;
    }
  }
}

function inEnglish(effect: Effect, name: Naming): string {
  switch (effect.e) {
    case 'begin':
      return [
        `"${effect.name}" begins`,
        ...(effect.parents.line == null ? [] : [`under ${name(effect.parents.line)}`]),
        ...codesOf(effect),
      ].join(' ');
    case 'end':
      return `${name(effect.unit)} ends`;
    case 'lineage':
      return `${name(effect.from)} continues in ${name(effect.to)}`;
    case 'set': {
      const { field, value } = effect;
      const unit = name(effect.unit);
      if (field === 'name') return `${unit} is called "${value}"`;
      if (field === 'type') return `${unit} gets the type ${value}`;
      const [track, of] = trackOf(field);
      if (track === 'code') {
        return value === null ? `${unit} loses its code in ${of}` : `${unit} gets the code ${value} in ${of}`;
      }
      return `${unit} is placed ${value === null ? 'at the top' : `under ${name(value as UnitId)}`}`;
    }
  }
}

/** "[import:it kst:4711]" */
function codesOf({ codes }: BeginEffect): string[] {
  const given = Object.entries(codes).map(([scheme, code]) => `${scheme}:${code}`);
  return given.length === 0 ? [] : [`[${given.join(' ')}]`];
}

/** A hierarchy or a scheme of codes, with its name. */
function trackOf(field: string): [track: string, of: string] {
  const colon = field.indexOf(':');
  return [field.slice(0, colon), field.slice(colon + 1)];
}
