import { describe, expect, it } from '@jest/globals';
import { instant, instantOfSql, parseInstant, parseKnowledgeTime, utcDate } from './instant.js';
import { fc } from '../../../test/property/seeded.js';

describe('a time', () => {
  it.each([
    ['2026-11-22T01:02:03Z', '2026-11-22T01:02:03.000000Z'],
    ['2026-11-22T01:02:03.4Z', '2026-11-22T01:02:03.400000Z'],
    ['2026-11-22T01:02:03.000456Z', '2026-11-22T01:02:03.000456Z'],
    ['2026-11-22T01:02:03+01:00', '2026-11-22T00:02:03.000000Z'],
    ['2026-11-22T00:30:00.25+01:00', '2026-11-21T23:30:00.250000Z'],
    ['2021-01-01T00:00:00+00:01', '2020-12-31T23:59:00.000000Z'],
    ['2020-02-28T23:30:00-05:45', '2020-02-29T05:15:00.000000Z'],
    ['2026-11-22T01:02:03-00:00', '2026-11-22T01:02:03.000000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000000Z'],
    ['9999-12-31T23:59:59.999999Z', '9999-12-31T23:59:59.999999Z'],
  ])('%s is %s', (text, expected) => {
    expect(parseInstant(text)).toEqual({ ok: true, value: expected });
    expect(instant(expected)).toBe(expected);
  });

  it('with any offset is the time another calendar computes', () => {
    fc.assert(
      fc.property(anyMillisecond, fc.integer({ min: -1439, max: 1439 }), (time, offset) => {
        const local = new Date(time.getTime() + offset * 60_000).toISOString().slice(0, -1);
        const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
        expect(instant(local + zone)).toBe(time.toISOString().replace('Z', '000Z'));
      }),
      { numRuns: 2000 },
    );
  });

  it('orders as text the way it orders in time', () => {
    fc.assert(
      fc.property(anyMillisecond, anyMillisecond, (a, b) => {
        expect(instant(a.toISOString()) < instant(b.toISOString())).toBe(a.getTime() < b.getTime());
      }),
    );
  });

  it.each([
    ['2026-11-22T01:02:03.0000001Z', 'more than six decimals'],
    ['2026-11-22T01:02:03', 'lacks a time zone'],
    ['2026-11-22 01:02:03', 'lacks a time zone'],
    ['2026-11-22T01:02', 'lacks a time zone'],
    ['2021-02-29T00:00:00Z', 'does not exist'],
    ['0000-01-01T00:00:00Z', 'does not exist'],
    ['2026-11-22T24:00:00Z', 'does not exist'],
    ['2026-11-22T23:60:00Z', 'does not exist'],
    ['2016-12-31T23:59:60Z', 'does not exist'],
    ['2026-11-22T01:02:03+24:00', 'does not exist'],
    ['2026-11-22T01:02:03+01:60', 'does not exist'],
    ['0001-01-01T00:00:00+00:01', 'does not exist'],
    ['9999-12-31T23:59:59-00:01', 'does not exist'],
    ['2026-11-22', 'is not a time'],
    ['2026-11-22T01:02:03z', 'is not a time'],
    ['2026-11-22t01:02:03Z', 'is not a time'],
    ['2026-11-22T01:02:03.Z', 'is not a time'],
    ['2026-11-22T01:02:03,5Z', 'is not a time'],
    ['2026-11-22T01:02:03+0100', 'is not a time'],
    ['2026-11-22T01:02:03+01', 'is not a time'],
    ['2026-11-22T01:02:03 +01:00', 'is not a time'],
    [' 2026-11-22T01:02:03Z', 'is not a time'],
    ['2026-11-22T01:02:03Z\n', 'is not a time'],
    ['infinity', 'is not a time'],
    ['now', 'is not a time'],
    ['', 'is not a time'],
    ['1'.repeat(1_000_000), 'is not a time'],
  ])('%j is refused: %s', (text, reason) => {
    const parsed = parseInstant(text);
    if (parsed.ok) throw new Error(`${text} was accepted`);
    expect(parsed.problem.code).toBe('INVALID_TIME');
    expect(parsed.problem.message.en).toContain(reason);
    expect(parsed.problem.message.sv).not.toBe('');
    expect(() => instant(text)).toThrow(RangeError);
  });
});

describe('knowledge time', () => {
  const now = instant('2026-11-22T01:02:03.000456Z');

  it.each([
    ['2026-11-21', '2026-11-21T23:59:59.999999Z'],
    ['2026-11-22', '2026-11-22T01:02:03.000456Z'],
    ['2026-11-22T01:02:03.000456Z', '2026-11-22T01:02:03.000456Z'],
    ['2026-11-22T02:02:03+01:00', '2026-11-22T01:02:03.000000Z'],
  ])('%s means up to %s', (text, expected) => {
    expect(parseKnowledgeTime(text, now)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['2026-11-23', 'KNOWN_AT_IN_FUTURE'],
    ['9999-12-31', 'KNOWN_AT_IN_FUTURE'],
    ['2026-11-22T01:02:03.000457Z', 'KNOWN_AT_IN_FUTURE'],
    ['2026-11-22T01:02:04+00:00', 'KNOWN_AT_IN_FUTURE'],
    ['2026-02-29', 'INVALID_DATE'],
    ['2026-11', 'INVALID_TIME'],
    ['infinity', 'INVALID_TIME'],
  ])('%s is refused: %s', (text, code) => {
    expect(parseKnowledgeTime(text, now)).toMatchObject({ ok: false, problem: { code, text } });
  });
});

describe('PostgreSQL’s times', () => {
  it.each([
    ['2026-11-22 01:02:03.000456+00', '2026-11-22T01:02:03.000456Z'],
    ['2026-11-22 01:02:03.4+00', '2026-11-22T01:02:03.400000Z'],
    ['2026-11-22 01:02:03+00', '2026-11-22T01:02:03.000000Z'],
  ])('%s is %s', (text, expected) => {
    expect(instantOfSql(text)).toBe(expected);
  });

  it.each([
    '2026-11-22 01:02:03+01',
    '2026-11-22 01:02:03',
    '0044-03-15 00:00:00+00 BC',
    'infinity',
    '-infinity',
    '2026-11-22',
  ])('are a fault in another zone or outside the calendar: %s', (text) => {
    expect(() => instantOfSql(text)).toThrow(RangeError);
  });
});

it('the date of a time is its date in UTC', () => {
  expect(utcDate(instant('2026-11-22T00:30:00+01:00'))).toBe('2026-11-21');
});

const anyMillisecond = fc.date({
  min: new Date('1000-01-03T00:00:00Z'),
  max: new Date('9999-12-29T00:00:00Z'),
  noInvalidDate: true,
});

function two(value: number): string {
  return String(value).padStart(2, '0');
}
