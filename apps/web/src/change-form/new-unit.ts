import { standingOf, type ActedOn, type Code, type Part, type Placement } from './part.js';

/** A unit that begins, as the server takes it; null: something is missing. `continued`: the unit whose place it takes. */
export function newUnitOf(part: Part, continued: ActedOn | null) {
  const { type, parent, parents } = standingOf(part, continued);
  const [name, ofType] = [part.name.trim(), type.trim()];
  if (name === '' || ofType === '') return null;
  const codes = codesOf(part.codes);
  return {
    key: part.key,
    name,
    type: ofType,
    parent,
    ...(parents.length === 0 ? {} : { parents: placementsOf(parents) }),
    ...(codes.length === 0 ? {} : { codes }),
  };
}

/** The codes that a unit gets. */
export function codesOf(codes: readonly Code[]): { scheme: string; value: string }[] {
  return codes
    .map(({ scheme, value }) => ({ scheme: scheme.trim(), value: value.trim() }))
    .filter(({ scheme, value }) => scheme !== '' && value !== '');
}

/** The codes that a unit gets, or, where none is written, loses. */
export function recodesOf(codes: readonly Code[]): { scheme: string; value: string | null }[] {
  return codes.flatMap(({ scheme, value }) =>
    scheme.trim() === '' ? [] : [{ scheme: scheme.trim(), value: value.trim() === '' ? null : value.trim() }],
  );
}

export function placementsOf(placements: readonly Placement[]): Placement[] {
  return placements.map(({ hierarchy, parent }) => ({ hierarchy, parent }));
}

/** The share of what is written in per cent; nothing: it is not known. */
export function shareOf(percent: string): { share?: number } {
  const number = Number(percent.trim().replace(',', '.'));
  return percent.trim() === '' || Number.isNaN(number) ? {} : { share: rounded(number / 100) };
}

/** What is written of a share; the other way round. */
export function percentOf(share: unknown): string {
  return typeof share === 'number' ? String(rounded(share * 100)) : '';
}

/** Without what binary fractions add. */
const rounded = (number: number) => Number(number.toPrecision(15));
