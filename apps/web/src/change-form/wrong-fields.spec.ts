import { describe, expect, test } from '@jest/globals';
import type { Refusal } from './refusal.js';
import { wrongIn } from './wrong-fields.js';

const refusal = (field: string | null, sv: string): Refusal => ({
  code: 'INVALID_FIELD',
  index: 0,
  field,
  date: null,
  messages: { sv, en: sv },
});

describe('what is wrong', () => {
  test('is shown at the field with the longest path that fits', () => {
    const wrong = wrongIn(
      [refusal('into[1].parent', 'under'), refusal('into[1].name', 'namn'), refusal('with.on', 'dag')],
      ['on', 'into[1]', 'into[1].name'],
      ({ sv }) => sv,
    );
    expect([wrong.at('into[1]'), wrong.at('into[1].name'), wrong.at('on'), wrong.elsewhere]).toEqual([
      ['under'],
      ['namn'],
      ['dag'],
      [],
    ]);
  });

  test('is shown where a unit goes, if units would stand under themselves', () => {
    const cycle = { ...refusal(null, 'krets'), code: 'CYCLE' as const };
    expect(wrongIn([cycle], ['unit', 'to'], ({ sv }) => sv).at('to')).toEqual(['krets']);
    expect(wrongIn([cycle], ['unit', 'name'], ({ sv }) => sv).elsewhere).toEqual([cycle]);
  });

  test('is told apart where no field shows it', () => {
    const wrong = wrongIn([refusal(null, 'allt'), refusal('units', 'enheter')], ['unit'], ({ sv }) => sv);
    expect(wrong.elsewhere.map(({ messages }) => messages.sv)).toEqual(['allt', 'enheter']);
  });
});
