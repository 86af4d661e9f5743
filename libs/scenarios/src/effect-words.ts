import { nameAt, type Effect, type Reading, type UnitId } from '#structure';
import type { Message } from '#temporal';

/** An effect in words, its units called as they are at the reading. */
export function effectInWords(effect: Effect, reading: Reading): Message {
  const name = (id: UnitId) => {
    const unit = reading.timeline.units.get(id);
    return `”${unit === undefined ? id : nameAt(reading, unit)}”`;
  };
  switch (effect.e) {
    case 'begin':
      return { sv: `”${effect.name}” inrättas`, en: `”${effect.name}” begins` };
    case 'end':
      return { sv: `${name(effect.unit)} upphör`, en: `${name(effect.unit)} ends` };
    case 'lineage':
      return {
        sv: `${name(effect.from)} fortsätter i ${name(effect.to)}`,
        en: `${name(effect.from)} continues in ${name(effect.to)}`,
      };
    case 'set': {
      const unit = name(effect.unit);
      const { field, value } = effect;
      if (field.startsWith('parent:')) {
        const parent = value === null ? undefined : name(value as UnitId);
        return {
          sv: `${unit} ställs ${parent === undefined ? 'överst' : `under ${parent}`}`,
          en: `${unit} is placed ${parent === undefined ? 'at the top' : `under ${parent}`}`,
        };
      }
      if (field.startsWith('code:')) {
        const scheme = field.slice('code:'.length);
        return {
          sv: `${unit} ${value === null ? `mister koden i ${scheme}` : `får koden ${value} i ${scheme}`}`,
          en: `${unit} ${value === null ? `loses its code in ${scheme}` : `gets the code ${value} in ${scheme}`}`,
        };
      }
      return field === 'name'
        ? { sv: `${unit} får namnet ”${value}”`, en: `${unit} is called ”${value}”` }
        : { sv: `${unit} får typen ${value}`, en: `${unit} gets the type ${value}` };
    }
  }
}
