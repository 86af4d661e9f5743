import { describe, expect, it } from '@jest/globals';
import { FTE, figure, fte, planned, REGION, stands, transfer, type Line } from './testing/planned.js';

const ON = '2026-01-01';
const MERGE: Line = {
  kind: 'merge',
  on: ON,
  units: ['it', 'hr'],
  into: { key: 'ny', name: 'NY', type: 'avdelning', parent: 'kontoret' },
};

describe('codes', () => {
  it('are left behind by a unit that ends, unless another has taken them over', () => {
    const base = [...REGION, stands('el', 'avdelning', 'kontoret', { codes: { hsa: 'E1', kst: '100' } })];
    const into = { key: 'ny', name: 'NY', type: 'avdelning', parent: 'kontoret', codes: { hsa: 'E1' } };
    const { codes } = planned({
      base,
      scenario: [{ ...MERGE, units: ['el', 'hr'], into }],
    }).leftBehind;
    expect(codes.map(({ scheme, code, unit }) => `${unit.name} ${scheme}:${code}`)).toEqual(['EL kst:100']);
  });
});

describe('assignments', () => {
  const records: Line[] = [
    { kind: 'assignment', id: 'a1', title: 'Avtal', to: ['it'], due: '2026-06' },
    { kind: 'assignment', id: 'a2', title: 'Klar', to: ['it'] },
    { kind: 'report', assignment: 'a2', on: '2025-02-01', assessment: 'met', final: true },
    { kind: 'assignment', id: 'a3', title: 'Annans', to: ['drift'] },
    { kind: 'assignment', id: 'a4', title: 'Överlämnat', to: ['it'] },
    { kind: 'handOver', assignment: 'a4', to: ['drift'], on: '2025-02-01' },
    { kind: 'assignment', id: 'a5', title: 'Gemensamt', to: ['it', 'hr'] },
  ];

  it('of units that end are open as long as they are not done or handed over', () => {
    const { assignments } = planned({ base: REGION, records, scenario: [MERGE] }).leftBehind;
    expect(
      assignments.map(({ title, units, successors, due }) => ({
        title,
        units: units.map(({ name }) => name),
        successors: successors.map(({ name }) => name),
        due: due?.written ?? null,
      })),
    ).toEqual([
      { title: 'Avtal', units: ['IT'], successors: ['NY'], due: '2026-06' },
      { title: 'Gemensamt', units: ['HR', 'IT'], successors: ['NY'], due: null },
    ]);
  });

  it('of units that only move are left alone', () => {
    const { assignments } = planned({
      base: REGION,
      records,
      scenario: [transfer('it', 'service')],
    }).leftBehind;
    expect(assignments).toEqual([]);
  });
});

it('tells which indicators measure a unit that ends, and how many of its figures are targets', () => {
  const records = [
    FTE,
    fte('it', '12', '2024'),
    fte('it', '13', '2025'),
    figure('arsarbetare', 'it', '2025', { target: '12' }),
    fte('drift', '30'),
  ];
  const { measures } = planned({ base: REGION, records, scenario: [MERGE] }).leftBehind;
  expect(measures).toMatchObject([
    {
      unit: { name: 'IT' },
      indicator: { name: 'Årsarbetare' },
      figures: 3,
      targets: 1,
      latestPeriod: '2025',
    },
  ]);
});

describe('steering documents', () => {
  const records: Line[] = [
    { kind: 'document', id: 'reglemente', title: 'Reglemente för RS', role: 'steeringDocument' },
    { kind: 'document', id: 'rapport', title: 'Rapport', role: 'report' },
    {
      kind: 'assignment',
      title: 'Se över',
      to: ['it'],
      steeringDocuments: ['IS/IT-policy', 'reglemente för rs'],
    },
    { kind: 'spelling', unit: 'drift', written: 'Driften', document: 'reglemente' },
    { kind: 'spelling', unit: 'it', written: 'It', document: 'rapport' },
  ];
  const told = (scenario: Line) =>
    planned({ base: REGION, records, scenario: [scenario] }).leftBehind.steeringDocuments.map(
      ({ title, document, concern, unit, becomes }) =>
        `${title} (${document === null ? 'only named' : 'recorded'}) ${concern} ${unit.name} ${becomes}`,
    );

  it('concern a unit that ends or moves through its assignments and through its name in them', () => {
    expect(told(MERGE)).toEqual([
      'IS/IT-policy (only named) toBeChanged IT ended',
      'reglemente för rs (recorded) toBeChanged IT ended',
    ]);
    expect(told(transfer('drift', 'kontoret'))).toEqual([
      'Reglemente för RS (recorded) mentions DRIFT moved',
    ]);
  });

  it('do not concern a unit that only gets another name', () => {
    expect(told({ kind: 'rename', on: ON, unit: 'it', name: 'Digitalisering' })).toEqual([]);
  });
});
