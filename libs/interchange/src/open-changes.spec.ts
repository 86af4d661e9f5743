import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ChronicleInMemory, file } from './testing/chronicle-in-memory.js';

let chronicle: ChronicleInMemory;
beforeAll(async () => {
  chronicle = await ChronicleInMemory.open();
});
afterAll(() => chronicle.close());

const unit = (key: string, parent: string | null) => ({
  kind: 'establish',
  on: '2017-01-01',
  unit: { key, name: key.toUpperCase(), type: 'enhet', parent },
});
const units = [unit('rs', null), unit('service', 'rs'), unit('dmt', 'rs')];
const anticipated = {
  kind: 'anticipate',
  units: ['service', 'dmt'],
  what: 'ett (1) verksamhetsområde',
  forms: ['merge', 'absorb'],
  into: { count: 1, name: null, parent: 'rs' },
  unknown: ['name', 'date'],
  id: 'RS 1398-2021',
};
const moved = {
  kind: 'moveResponsibility',
  on: '2021-01-01',
  unit: 'service',
  to: [{ unit: 'dmt', share: 0.4 }],
  what: 'Medicinsk teknik',
  resource: 'staff',
  id: 'moved',
};

const parsed = (lines: string) =>
  lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('a file with a moved responsibility and an anticipated change', () => {
  test('is imported, and exported as it was said', async () => {
    const first = await chronicle.import('first', file(...units, moved, anticipated));
    expect(first).toEqual({ recorded: 5, skipped: 0, position: 6, errors: [] });
    const exported = await chronicle.export('first');
    expect(parsed(exported).slice(3)).toMatchObject([moved, anticipated]);
    expect(await chronicle.import('second', exported)).toMatchObject({ recorded: 5, errors: [] });
    expect(parsed(await chronicle.export('second')).slice(3)).toMatchObject([moved, anticipated]);
  });

  test('is refused by the line and the field that are wrong', async () => {
    const wrong = file(
      ...units,
      { ...moved, to: [{ unit: 'dmt', share: 2 }] },
      { ...anticipated, unknown: ['place'] },
      { kind: 'rename', unit: 'dmt', name: 'Teknik', on: '..' },
    );
    const { errors } = await chronicle.dryRun('third', wrong, { name: 'Tredje' });
    expect(errors.map(({ code, line, field }) => [code, line, field])).toEqual([
      ['INVALID_FIELD', 4, 'to[0].share'],
      ['INVALID_FIELD', 5, 'unknown[0]'],
      ['INVALID_DATE', 6, 'on'],
    ]);
  });
});
