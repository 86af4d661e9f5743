import type { InlineProjection, InlineSql } from './ledger-store.js';

/** Two things that are written with the events of one append, the first one first. */
export function bothInline(one: InlineProjection, other: InlineProjection): InlineProjection {
  const sql =
    one.sql === undefined ? other.sql : other.sql === undefined ? one.sql : bothSql(one.sql, other.sql);
  return {
    ...(sql === undefined ? {} : { sql }),
    memory: (first, last) => {
      one.memory?.(first, last);
      other.memory?.(first, last);
    },
  };
}

function bothSql(one: InlineSql, other: InlineSql): InlineSql {
  const taken = one.values.length;
  return {
    name: `${one.name}-${other.name}`,
    expression: (at) =>
      `row(${one.expression(at)}, ${other.expression({ ...at, value: (index) => at.value(taken + index) })})`,
    values: [...one.values, ...other.values],
  };
}
