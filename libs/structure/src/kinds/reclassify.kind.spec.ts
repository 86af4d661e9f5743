import { describe, expect, it } from '@jest/globals';
import { given } from '../testing/given.js';
import { establish } from '../testing/recorded-history.js';

describe('reclassify', () => {
  it('sets the type', () => {
    const told = given(establish('a', '2010-01-01')).when({
      kind: 'reclassify',
      on: '2012-01-01',
      unit: 'a',
      type: 'avdelning',
    });
    expect(told.effects).toEqual(['a type avdelning']);
    expect(told.sentence).toEqual({ sv: 'A blev avdelning', en: 'A became avdelning' });
  });

  it('is refused of a unit that is not in force', () => {
    expect(
      given(establish('a', '2010-01-01')).when({
        kind: 'reclassify',
        on: '2009-01-01',
        unit: 'a',
        type: 'avdelning',
      }).codes,
    ).toEqual(['NOT_IN_FORCE']);
  });
});
