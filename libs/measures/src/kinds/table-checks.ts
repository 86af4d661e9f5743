import { columnOf } from './columns.js';
import type { FiguresColumn, FiguresRow } from './figures.kind.js';

interface Table {
  readonly period?: string;
  readonly in?: string | undefined;
  readonly columns?: Readonly<Record<string, FiguresColumn>> | undefined;
  readonly rows: readonly FiguresRow[];
}

interface Problem {
  readonly path: (string | number)[];
  readonly message: string;
}

/** What a table says of its own rows and columns that cannot be. */
export function checkTable(table: Table): Problem[] {
  return [...checkColumns(table), ...checkRows(table), ...checkTotals(table), ...checkTwice(table)];
}

function checkColumns({ columns = {}, rows }: Table): Problem[] {
  const problems: Problem[] = [];
  const used = new Set([...Object.keys(columns), ...rows.flatMap(({ values }) => Object.keys(values))]);
  for (const [key, { sums = [], difference = [] }] of Object.entries(columns)) {
    for (const [said, named] of [
      ['sums', sums],
      ['difference', difference],
    ] as const) {
      for (const [i, other] of named.entries()) {
        const path = ['columns', key, said, i];
        if (other === key) problems.push({ path, message: 'is the column itself' });
        else if (!used.has(other)) problems.push({ path, message: 'is not a column of the table' });
      }
    }
  }
  for (const key of used) {
    if (columnOf(columns, key) === undefined) {
      problems.push({ path: ['columns', key], message: 'does not say what kind of value it holds' });
    }
  }
  return problems;
}

function checkRows({ rows }: Table): Problem[] {
  const problems: Problem[] = [];
  const names = new Set<string>();
  for (const [i, { row, values, printed = {} }] of rows.entries()) {
    if (row !== undefined && names.has(row))
      problems.push({ path: ['rows', i, 'row'], message: 'is the name of another row' });
    if (row !== undefined) names.add(row);
    for (const key of Object.keys(printed)) {
      if (!Object.hasOwn(values, key))
        problems.push({ path: ['rows', i, 'printed', key], message: 'has no value' });
    }
  }
  return problems;
}

function checkTotals({ rows }: Table): Problem[] {
  const named = new Map(rows.flatMap((row) => (row.row === undefined ? [] : [[row.row, row] as const])));
  const problems: Problem[] = [];
  for (const [i, row] of rows.entries()) {
    const parts = [...(row.sums ?? []), ...(row.less ?? [])];
    if (row.less !== undefined && row.sums === undefined)
      problems.push({ path: ['rows', i, 'less'], message: 'needs rows to take it from' });
    if (new Set(parts).size < parts.length)
      problems.push({ path: ['rows', i, 'sums'], message: 'names a row twice' });
    for (const part of parts) {
      if (!named.has(part)) problems.push({ path: ['rows', i, 'sums'], message: `has no row "${part}"` });
      else if (named.get(part) === row)
        problems.push({ path: ['rows', i, 'sums'], message: 'names the row itself' });
    }
  }
  return problems;
}

/** Two values that say the same of the same: most often rows that lack the category that tells them apart. */
function checkTwice({ columns, rows, ...table }: Table): Problem[] {
  const problems: Problem[] = [];
  const said = new Set<string>();
  for (const [i, row] of rows.entries()) {
    for (const key of Object.keys(row.values)) {
      const column = columnOf(columns, key);
      const breakdown = Object.entries({ ...row.breakdown, ...column?.breakdown }).sort();
      const measured = [row.indicator, row.unit, column?.in ?? row.in ?? table.in];
      const period = column?.period ?? row.period ?? table.period;
      const figure = JSON.stringify([...measured, period, column?.kind, breakdown]);
      if (said.has(figure)) {
        problems.push({ path: ['rows', i, 'values', key], message: 'is said of the same figure twice' });
      }
      said.add(figure);
    }
  }
  return problems;
}
