import { describe, expect, it } from '@jest/globals';
import {
  absolute,
  add,
  compare,
  decimal,
  formatDecimal,
  halfStep,
  multiply,
  parseDecimal,
  round,
  shorten,
  subtract,
  sum,
} from './index.js';

const of = (text: string) => decimal(text);

describe('a decimal number', () => {
  it.each(['0', '-0.5', '353.9', '0.00', '12', '-99999999999999999999.123456789'])(
    'prints %s as read',
    (text) => {
      expect(formatDecimal(of(text))).toBe(text);
    },
  );

  it.each([
    '1e3',
    '1,5',
    '+1',
    '',
    ' 1',
    '1 ',
    '.5',
    '1.',
    'NaN',
    'Infinity',
    '0x10',
    '1_000',
    '٣',
    `${'1'.repeat(61)}`,
  ])('is not %j', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
    expect(() => decimal(text)).toThrow(RangeError);
  });

  it('is added and taken away exactly where binary numbers are not', () => {
    expect(formatDecimal(add(of('0.1'), of('0.2')))).toBe('0.3');
    expect(formatDecimal(sum(['1.2', '0.6', '0.0', '0.5', '18.3'].map(of)))).toBe('20.6');
    expect(formatDecimal(subtract(of('-353.9'), of('-390.9')))).toBe('37.0');
    expect(formatDecimal(multiply(of('450082'), of('0.001')))).toBe('450.082');
  });

  it('equals another however many decimals are written', () => {
    expect(compare(of('33.0'), of('33'))).toBe(0);
    expect(compare(of('-1.05'), of('-1.1'))).toBe(1);
    expect(compare(of('2.4'), of('5.2'))).toBe(-1);
    expect(absolute(of('-1.2'))).toEqual(of('1.2'));
    expect(formatDecimal(shorten(of('450.100')))).toBe('450.1');
    expect(formatDecimal(shorten(of('100')))).toBe('100');
  });

  it.each([
    ['0.05', 1, '0.1'],
    ['-0.05', 1, '-0.1'],
    ['0.0499', 1, '0.0'],
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['450.082', 1, '450.1'],
    ['1.2', 3, '1.200'],
  ])('rounds %s to %i decimals as %s, half away from zero', (text, decimals, expected) => {
    expect(formatDecimal(round(of(text), decimals))).toBe(expected);
  });

  it('that is rounded may be half a step off', () => {
    expect(formatDecimal(halfStep(1))).toBe('0.05');
    expect(formatDecimal(halfStep(0))).toBe('0.5');
  });
});
