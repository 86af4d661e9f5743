import pg from 'pg';

const oid = { int8: 20, date: 1082, timestamp: 1114, timestamptz: 1184 } as const;
const arrayOid = { int8: 1016, date: 1182, timestamp: 1115, timestamptz: 1185 } as const;
// The typings name only the types of single values.
const textArrayOid = 1009 as Parameters<typeof pg.types.getTypeParser>[0];

/**
 * How columns arrive here: `date`, `timestamp` and `timestamptz` as PostgreSQL writes them (a JavaScript Date
 * would lose microseconds, 'infinity' and the calendar day), `int8` as a number. Set per connection, so that
 * nobody else's parsers change.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((type: number, format?: 'text' | 'binary') => {
    switch (type) {
      case oid.date:
      case oid.timestamp:
      case oid.timestamptz:
        return asWritten;
      case oid.int8:
        return safeInteger;
      case arrayOid.date:
      case arrayOid.timestamp:
      case arrayOid.timestamptz:
        return pg.types.getTypeParser(textArrayOid);
      case arrayOid.int8:
        return integers;
      default:
        return format === 'binary'
          ? pg.types.getTypeParser(type, 'binary')
          : pg.types.getTypeParser(type, 'text');
    }
  }) as pg.CustomTypesConfig['getTypeParser'],
};

function asWritten(text: string): string {
  return text;
}

/** @throws RangeError beyond ±(2^53 − 1): a silently rounded position would be worse than no answer. */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} is not a safe integer`);
  return value;
}

function integers(text: string): (number | null)[] {
  const parts = pg.types.getTypeParser(textArrayOid)(text) as (string | null)[];
  return parts.map((part) => (part === null ? null : safeInteger(part)));
}
