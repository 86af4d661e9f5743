import type { Timeline, Unit, UnitFact } from '#structure';
import { sqlDate } from '#temporal';

/** Every fact of a timeline as a row of `read_model.fact` without its organisation. */
export function factRowsOf(timeline: Timeline): string[] {
  const rows: string[] = [];
  for (const change of timeline.changes.values()) {
    for (const version of change.versions) for (const fact of version.facts) rows.push(factRow(fact));
  }
  return rows.sort();
}

function factRow({
  unit,
  field,
  value,
  earliest,
  from,
  order,
  seq,
  knownFrom,
  knownUntil,
  change,
}: UnitFact) {
  return JSON.stringify({
    unit: unit.id,
    change,
    order,
    knownFrom,
    knownUntil: knownUntil === Infinity ? null : knownUntil,
    from: sqlDate(from),
    earliest: earliest < from ? sqlDate(earliest) : null,
    seq,
    track: field,
    value: valueText(value),
  });
}

function valueText(value: unknown): string | null {
  if (value === null) return null;
  return typeof value === 'object' ? (value as Unit).id : String(value);
}

/** The rows that `factRowsOf` is compared with. */
export const STORED_FACT_ROWS = `select unit_id as unit, change_id as change, change_order as "order",
  known_from as "knownFrom", known_until as "knownUntil", effective_from as "from", earliest, seq, track, value
  from read_model.fact where organisation_id = $1`;
