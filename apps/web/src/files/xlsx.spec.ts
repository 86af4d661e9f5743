import { describe, expect, test } from '@jest/globals';
import { readSheet } from 'read-excel-file/universal';
import { xlsxOf } from './xlsx.js';

describe('a table as XLSX', () => {
  test('has its cells as texts, formulas too', async () => {
    const rows = [
      ['Namn', 'Typ'],
      ['=1+1', 'Nämnd <&>'],
      ['', 'Å'],
    ];
    const file = await xlsxOf('region/halland: 2022-01-01', rows);
    expect(await readSheet(file)).toEqual([
      ['Namn', 'Typ'],
      ['=1+1', 'Nämnd <&>'],
      [null, 'Å'],
    ]);
  });
});
