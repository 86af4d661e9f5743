import { describe, expect, test } from '@jest/globals';
import { countedAssessments, groupedByOrigin } from './assignment-groups.js';

const plan = { id: 'plan', title: 'Verksamhetsplan 2023' };
const matter = { id: 'matter', number: 'RS1', title: 'Översyn' };

describe('assignments', () => {
  test('are grouped by the plan that they stand in, else by their matter', () => {
    const groups = groupedByOrigin(
      [
        { assessment: null, document: null, matter },
        { assessment: 'MET', document: plan, matter: null },
        { assessment: 'MET', document: plan, matter },
        { assessment: null, document: null, matter: null },
      ],
      'Övriga',
    );
    expect(groups.map(({ title, items }) => [title, items.length])).toEqual([
      ['RS1: Översyn', 1],
      ['Verksamhetsplan 2023', 2],
      ['Övriga', 1],
    ]);
  });

  test('are counted by their last assessment, the best first, also those without a report', () => {
    expect(
      countedAssessments([{ assessment: null }, { assessment: 'NONE_GIVEN' }, { assessment: 'MET' }]),
    ).toEqual([
      { assessed: 'MET', count: 1 },
      { assessed: 'NONE_GIVEN', count: 1 },
      { assessed: 'NO_REPORT', count: 1 },
    ]);
  });
});
