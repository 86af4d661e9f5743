import { describe, expect, test } from '@jest/globals';
import { contentOf } from './content.js';
import { emptyDraft, NEW_PART, RECORD_KINDS, type Draft, type RecordKind } from './draft.js';

const draft = (kind: RecordKind, more: Partial<Draft> = {}): Draft => ({
  ...emptyDraft(kind, '2030-01-01', ['a']),
  ...more,
});
const part = (name: string, parent: string | null = null) => ({ ...NEW_PART, name, type: 'enhet', parent });

describe('what is filled in', () => {
  test.each(RECORD_KINDS.filter((kind) => kind !== 'REACTIVATE'))('is nothing yet of %s', (kind) => {
    expect(contentOf(draft(kind))).toBeNull();
  });

  test.each<[RecordKind, Partial<Draft>, object]>([
    [
      'ESTABLISH',
      { parts: [part(' Ny ', 'a')] },
      { establish: { unit: { name: 'Ny', type: 'enhet', parent: 'a' } } },
    ],
    ['RENAME', { name: 'B' }, { rename: { unit: 'a', name: 'B' } }],
    [
      'RECODE',
      { codes: [{ scheme: 'hsa', value: '' }] },
      { recode: { codes: [{ scheme: 'hsa', value: null }] } },
    ],
    [
      'TRANSFER',
      { to: 'b', except: ['c'] },
      { transfer: { to: 'b', hierarchy: 'line', except: [{ unit: 'c' }] } },
    ],
    ['TRANSFER', { to: 'b', top: true }, { transfer: { to: null } }],
    ['DISSOLVE', { succession: 'NONE' }, { dissolve: { succession: 'NONE' } }],
    [
      'MOVE_RESPONSIBILITY',
      { receivers: [{ unit: 'b', share: '12,5' }], what: 'Lön' },
      { moveResponsibility: { to: [{ unit: 'b', share: 0.125 }], what: 'Lön' } },
    ],
  ])('is a %s of %j', (kind, more, content) => {
    expect(contentOf(draft(kind, more))).toMatchObject(content);
  });

  test('names the new units that children go to, and no others', () => {
    const content = contentOf(draft('SPLIT', { parts: [part('Öst'), part('Väst')], children: { x: 1 } }));
    expect(content).toEqual({
      split: {
        on: '2030-01-01',
        unit: 'a',
        into: [
          { establish: { name: 'Öst', type: 'enhet', parent: null } },
          { establish: { name: 'Väst', type: 'enhet', parent: null, key: 'vast-2030-01-01-2' } },
        ],
        children: [{ child: 'x', to: 'vast-2030-01-01-2' }],
      },
    });
  });

  test('needs no date where something is only anticipated', () => {
    expect(contentOf(draft('ANTICIPATE', { on: '', what: 'Ett område' }))).toEqual({
      anticipate: { units: ['a'], what: 'Ett område' },
    });
  });
});
