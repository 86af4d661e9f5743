import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  decideChangeSet,
  parseAnyDraft,
  RECORD_KINDS,
  RecordedOrganisation,
  type AnyDraft,
} from '#chronicle';
import { CHANGE_KINDS } from '#structure';
import { dayOf, civilDate, type Position } from '#temporal';

const page = readFileSync(new URL('../../docs/reference/import-format.md', import.meta.url), 'utf8');
const lines = [...page.matchAll(/```json\n([\s\S]*?)```/g)]
  .flatMap(([, block]) => block!.split('\n'))
  .filter((line) => line.startsWith('{"kind"'));

function draftOf(line: string): AnyDraft {
  const parsed = parseAnyDraft(JSON.parse(line) as Record<string, unknown>);
  if (!parsed.ok) throw new Error(`${line}: ${JSON.stringify(parsed.rejections)}`);
  return parsed.draft;
}

describe('the reference of the import format', () => {
  test.each(lines)('%s is a line that can be read', (line) => {
    expect(draftOf(line)).toBeDefined();
  });

  test('has every kind of record and change', () => {
    const kinds = new Set(lines.map((line) => (JSON.parse(line) as { kind: string }).kind));
    // These two are said to be written as their counterparts.
    const missing = [...CHANGE_KINDS, ...RECORD_KINDS.keys()].filter((kind) => !kinds.has(kind));
    expect(missing).toEqual(['conditionFailed', 'observationRejected']);
  });

  test('its records can be recorded one after another', () => {
    const units = ['rf', 'rs', 'au', 'dn', 'kontoret', 'it-tele', 'it'].map((key) =>
      JSON.stringify({
        kind: 'establish',
        on: '2015',
        unit: { key, name: key, type: 'enhet', parent: null },
      }),
    );
    const records = lines.filter((line) => RECORD_KINDS.has((JSON.parse(line) as { kind: string }).kind));
    const organisation = new RecordedOrganisation();
    let position = 0;
    let ids = 0;
    for (const line of [...units, ...records]) {
      const decision = decideChangeSet(organisation, [draftOf(line)], {
        position: (position + 1) as Position,
        today: dayOf(civilDate('2024-01-01')),
        newId: () => `00000000-0000-7000-8000-${String(++ids).padStart(12, '0')}`,
        keyScheme: 'import',
        confirmed: 'all',
      });
      expect([line, decision.accepted ? [] : decision.rejections]).toEqual([line, []]);
      if (decision.accepted) position += decision.events.length;
    }
    expect(position).toBe(units.length + records.length);
  });
});
