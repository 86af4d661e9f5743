import type { OrganisationReading } from '#chronicle';
import { unitsSpelled } from '#governance';
import { foldName, type Unit, type UnitId } from '#structure';

/**
 * The units that are, were or will be called so, or that a document is known to write so, without regard to case,
 * diacritics and runs of blanks.
 */
export function unitsNamed(reading: OrganisationReading, name: string): Unit[] {
  const { timeline, position, register, ledgerPosition } = reading;
  const sought = foldName(name);
  if (sought === '') return [];
  const spelled = unitsSpelled(register, ledgerPosition, name)
    .filter(({ match }) => match === 'exact')
    .flatMap(({ unit }) => timeline.units.get(unit as UnitId) ?? []);
  const found = new Set(spelled);
  for (const unit of timeline.units.values()) {
    if (unit.name.known(position).some(({ value }) => foldName(value) === sought)) found.add(unit);
  }
  return [...found];
}
