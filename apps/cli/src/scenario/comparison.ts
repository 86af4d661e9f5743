import type { OrganisationReading } from '#chronicle';
import type { AlternativeCell, AlternativesTable } from '#scenarios';
import type { UnitReference } from '#structure';
import { keyOf } from '../question.js';

/** The organisation as it is recorded, or as a scenario plans it, beside others. */
export interface ComparedColumn {
  /** From 1. */
  readonly column: number;
  /** Null: as it is recorded. */
  readonly scenario: { readonly id: string; readonly name: string; readonly version: number } | null;
  readonly at: string;
  /** Position of the organisation's ledger. */
  readonly position: number;
  readonly counts: AlternativesTable['columns'][number]['counts'];
}

/** A unit that is not the same in all columns. */
export interface ComparedRow {
  readonly unit: { readonly id: string; readonly key: string | null; readonly name: string };
  readonly cells: readonly ComparedCell[];
}

export interface ComparedCell extends Omit<AlternativeCell, 'parents' | 'continuedBy'> {
  readonly parents: readonly { readonly hierarchy: string; readonly parent: Keyed | null }[];
  readonly continuedBy: readonly Keyed[];
}

export interface Keyed extends UnitReference {
  readonly key: string | null;
}

export interface Comparison {
  readonly columns: readonly ComparedColumn[];
  readonly rows: readonly ComparedRow[];
}

/** A table of alternatives with the keys of its units. @param readings one for each column */
export function comparisonOf(
  { columns, rows }: AlternativesTable,
  readings: readonly OrganisationReading[],
  keys: string,
): Comparison {
  const keyed = ({ id, name }: UnitReference, reading: OrganisationReading): Keyed => ({
    id,
    key: keyOf(reading, id, keys) ?? firstKey(id),
    name,
  });
  const firstKey = (id: string) => {
    for (const reading of readings) {
      const key = keyOf(reading, id, keys);
      if (key !== null) return key;
    }
    return null;
  };
  return {
    columns: columns.map(({ counts }, i) => {
      const { scenario, date, ledgerPosition } = readings[i]!;
      const state = scenario?.state;
      return {
        column: i + 1,
        scenario:
          state === undefined ? null : { id: state.id, name: state.name, version: readings[i]!.revision },
        at: date,
        position: ledgerPosition,
        counts,
      };
    }),
    rows: rows.map(({ id, name, cells }) => ({
      unit: { id, key: firstKey(id), name },
      cells: cells.map((cell, i) => ({
        ...cell,
        parents: cell.parents.map(({ hierarchy, parent }) => ({
          hierarchy,
          parent: parent && keyed(parent, readings[i]!),
        })),
        continuedBy: cell.continuedBy.map((unit) => keyed(unit, readings[i]!)),
      })),
    })),
  };
}

/** First a line for each column, then one for each unit that differs. */
export function* comparisonLines({ columns, rows }: Comparison): Generator<string, void> {
  for (const line of [...columns, ...rows]) yield `${JSON.stringify(line)}\n`;
}
