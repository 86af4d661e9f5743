import { describe, expect, it } from '@jest/globals';

import { canonicalJson } from './canonical-json.js';
import type { JsonValue } from './json.js';

const parse = (text: string) => JSON.parse(text) as JsonValue;

describe('canonical JSON (RFC 8785)', () => {
  it('writes the example of §3.2.2 as §3.2.4 has it', () => {
    const input = parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
        '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    );

    expect(Buffer.from(canonicalJson(input)).toString('hex')).toBe(
      '7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a' +
        '5b3333333333333333332e333333333333332c31652b33302c342e352c302e3030322c31652d32375d2c22737472696e67223a' +
        '22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d',
    );
  });

  it('sorts members by UTF-16 code units, as in §3.2.3', () => {
    const input = parse(
      '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",' +
        '"\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}',
    );

    expect(Object.values(parse(canonicalJson(input)) as object)).toEqual(
      // JSON.parse puts integer-like keys first.
      [
        'One',
        'Carriage Return',
        'Control',
        'Latin Small Letter O With Diaeresis',
        'Euro Sign',
        'Emoji: Grinning Face',
        'Hebrew Letter Dalet With Dagesh',
      ],
    );
    expect(canonicalJson(input)).toMatch(/^\{"\\r":"Carriage Return","1":"One"/);
  });

  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the double %s of appendix B as %s', (bits, text) => {
    expect(canonicalJson(Buffer.from(bits, 'hex').readDoubleBE())).toBe(text);
  });

  it('keeps text as it is: no normalisation, no escape that is not needed', () => {
    expect(canonicalJson('Å Å \u2028 / \u007f \\u0000')).toBe('"Å Å \u2028 / \u007f \\\\u0000"');
  });

  it('writes empty and nested values', () => {
    expect(canonicalJson({ b: [], a: {}, '': [[{}]] })).toBe('{"":[[{}]],"a":{},"b":[]}');
  });
});

describe('what has no canonical JSON is refused with its path', () => {
  class Thing {}
  const hole = [1];
  hole.length = 2;

  it.each<[string, unknown, string]>([
    ['NaN', { a: [1, Number.NaN] }, '$.a[1]'],
    ['Infinity', { a: { b: -Infinity } }, '$.a.b'],
    ['undefined', { a: undefined }, '$.a'],
    ['a hole', hole, '$[1]'],
    ['a bigint', [1n], '$[0]'],
    ['a function', { f: () => 1 }, '$.f'],
    ['a symbol', { s: Symbol('s') }, '$.s'],
    ['a Date', { d: new Date(0) }, '$.d'],
    ['a Map', new Map(), '$'],
    ['an instance', [new Thing()], '$[0]'],
    ['a lone high surrogate', { a: ['x\ud800y'] }, '$.a[0]'],
    ['a lone low surrogate', '\udc00', '$'],
    ['a lone surrogate in a name', { '\ud800': 1 }, '$.\ud800'],
    ['NUL', { a: 'x\u0000' }, '$.a'],
  ])('%s', (_, value, path) => {
    expect(() => canonicalJson(value as JsonValue)).toThrow(
      expect.objectContaining({ code: 'NOT_CANONICAL', message: expect.stringContaining(`at ${path}: `) }),
    );
  });

  it('what is nested deeper than 64', () => {
    const nested = (depth: number): JsonValue => (depth === 0 ? 1 : [nested(depth - 1)]);

    expect(canonicalJson(nested(64))).toHaveLength(129);
    expect(() => canonicalJson(nested(65))).toThrow(expect.objectContaining({ code: 'NOT_CANONICAL' }));
    expect(() => canonicalJson(nested(5000))).toThrow(expect.objectContaining({ code: 'NOT_CANONICAL' }));
  });
});
