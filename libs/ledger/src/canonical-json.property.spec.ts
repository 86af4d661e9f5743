import { describe, expect, it } from '@jest/globals';

import { canonicalJson } from './canonical-json.js';
import type { JsonValue } from './json.js';
import { fc } from '../../../test/property/seeded.js';

const text = fc.string({ unit: 'grapheme' }).filter((s) => !s.includes('\u0000'));
const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (n === 0 ? 0 : n)),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(text, tie('value'), { maxKeys: 5 }),
  ),
}));

/** The same value with the members of each object in another order. */
function reversed(json: JsonValue): JsonValue {
  if (Array.isArray(json)) return json.map(reversed);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

describe('canonical JSON', () => {
  it('reads back as the same value', () => {
    fc.assert(fc.property(value, (json) => expect(JSON.parse(canonicalJson(json))).toEqual(json)));
  });

  it('is its own canonical form, and survives UTF-8', () => {
    fc.assert(
      fc.property(value, (json) => {
        const written = canonicalJson(json);
        expect(canonicalJson(JSON.parse(Buffer.from(written).toString()) as JsonValue)).toBe(written);
      }),
    );
  });

  it('does not depend on the order of members', () => {
    fc.assert(fc.property(value, (json) => expect(canonicalJson(reversed(json))).toBe(canonicalJson(json))));
  });

  it('never has a line break, so that a line holds one', () => {
    fc.assert(fc.property(value, (json) => expect(canonicalJson(json)).not.toMatch(/[\n\r]/)));
  });
});
