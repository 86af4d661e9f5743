import { lastVersionOf, type RecordId, type RecordWords, type Register } from '#records';
import { nameOnceSaid, type Timeline, type UnitId } from '#structure';

/** What units and records are called, as known at a position: by the name that a unit last has. */
export function recordWords(register: Register, timeline: Timeline, position: number): RecordWords {
  const words: RecordWords = {
    unit: (id) =>
      timeline.units
        .get(id as UnitId)
        ?.name.known(position)
        .at(-1)?.value ??
      nameOnceSaid(timeline, id, position) ??
      id,
    record: (id) => {
      const entry = register.entries.get(id as RecordId);
      const said = entry && lastVersionOf(entry, position);
      return entry === undefined || said === undefined
        ? id
        : register.kindOf(entry.kind).title(said.payload, words);
    },
  };
  return words;
}
