import { describe, expect, it } from '@jest/globals';
import { planned, REGION, stands, transfer, type Line } from './testing/planned.js';

const ON = '2026-01-01';
const BASE: readonly Line[] = [
  ...REGION,
  stands('natt', 'enhet', 'it'),
  stands('server', 'enhet', 'natt'),
  stands('stab', 'enhet', 'hr'),
];

/** Whom something above changes for, such as `NATT administration KONTORET > SERVICE (IT)`. */
function broughtAlong(scenario: readonly Line[], base = BASE): string[] {
  const { units } = planned({ base, scenario });
  return units.broughtAlong.flatMap(({ name, consequences }) =>
    consequences.map(({ what, before, after, because }) => {
      const type = (side: typeof before) => (side && 'type' in side ? ` (${String(side.type)})` : '');
      return `${name} ${what} ${before?.name ?? '-'}${type(before)} > ${after?.name ?? '-'}${type(after)}: ${because.name}`;
    }),
  );
}

describe('units that a scenario acts on', () => {
  it('are told as begun, ended, moved, renamed and reclassified against the base', () => {
    const { units } = planned({
      base: BASE,
      scenario: [
        { kind: 'establish', on: ON, unit: { key: 'ny', name: 'NY', type: 'enhet', parent: 'hr' } },
        { kind: 'dissolve', on: ON, unit: 'drift', successors: 'none' },
        transfer('it', 'service'),
        { kind: 'rename', on: ON, unit: 'hr', name: 'Personal' },
        { kind: 'reclassify', on: ON, unit: 'stab', type: 'avdelning' },
      ],
    });
    const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);
    expect({
      begun: names(units.begun),
      ended: names(units.ended),
      moved: names(units.moved),
      renamed: names(units.renamed),
      reclassified: names(units.reclassified),
      movedPolitically: names(units.movedPolitically),
    }).toEqual({
      begun: ['NY'],
      ended: ['DRIFT'],
      moved: ['IT'],
      renamed: ['Personal'],
      reclassified: ['STAB'],
      movedPolitically: [],
    });
  });

  it('are told apart by the hierarchy in which they move', () => {
    const base = [...BASE, stands('media', 'avdelning', 'kontoret', { parents: { political: 'rs' } })];
    const scenario = [transfer('media', 'dn', { hierarchy: 'political' })];
    const { units } = planned({ base, scenario });
    expect([units.moved.length, units.movedPolitically.map(({ after }) => after.parent?.name)]).toEqual([
      0,
      ['DN'],
    ]);
  });
});

describe('units that do not act themselves', () => {
  it('get another administration and political body with the unit above them', () => {
    expect(broughtAlong([transfer('it', 'service')])).toEqual([
      'NATT administration KONTORET > SERVICE: IT',
      'NATT politicalBody RS > DN: IT',
      'SERVER administration KONTORET > SERVICE: IT',
      'SERVER politicalBody RS > DN: IT',
    ]);
  });

  it('are not told of when what moves stays within its administration', () => {
    expect(broughtAlong([transfer('it', 'hr')])).toEqual([]);
  });

  it('are not told of when a change of the scenario acts on them', () => {
    expect(broughtAlong([transfer('it', 'service'), transfer('natt', 'drift')])).toEqual([
      'SERVER administration KONTORET > SERVICE: NATT',
      'SERVER politicalBody RS > DN: NATT',
    ]);
  });

  it('are told of as long as the change that acts on them is still to come', () => {
    const later = { ...transfer('natt', 'drift'), on: '2027-01-01' };
    expect(broughtAlong([transfer('it', 'service'), later])).toContain(
      'NATT administration KONTORET > SERVICE: IT',
    );
  });

  it('are brought along by the topmost unit, not by one that only moves within it', () => {
    const within = [...BASE, stands('dag', 'enhet', 'it')];
    expect(broughtAlong([transfer('it', 'service'), transfer('server', 'dag')], within)).toEqual([
      'DAG administration KONTORET > SERVICE: IT',
      'DAG politicalBody RS > DN: IT',
      'NATT administration KONTORET > SERVICE: IT',
      'NATT politicalBody RS > DN: IT',
    ]);
    const below = [...within, stands('rack', 'enhet', 'server')];
    expect(broughtAlong([transfer('it', 'service'), transfer('server', 'dag')], below)).toContain(
      'RACK administration KONTORET > SERVICE: IT',
    );
  });

  it('get a superior of another name or type', () => {
    expect(broughtAlong([{ kind: 'rename', on: ON, unit: 'it', name: 'Digitalisering' }])).toEqual([
      'NATT superior IT (avdelning) > Digitalisering (avdelning): Digitalisering',
    ]);
    expect(broughtAlong([{ kind: 'reclassify', on: ON, unit: 'hr', type: 'stab' }])).toEqual([
      'STAB superior HR (avdelning) > HR (stab): HR',
    ]);
  });

  it('get another administration when a unit above becomes one, and another board where one is put between', () => {
    expect(broughtAlong([{ kind: 'reclassify', on: ON, unit: 'it', type: 'forvaltning' }])).toEqual([
      'NATT superior IT (avdelning) > IT (forvaltning): IT',
      'NATT administration KONTORET > IT: IT',
      'SERVER administration KONTORET > IT: IT',
    ]);
    const board = { key: 'ny', name: 'NY', type: 'namnd', parent: 'rf', parents: { political: 'rf' } };
    const scenario = [{ kind: 'establish', on: ON, unit: board }, transfer('service', 'ny')];
    expect(broughtAlong(scenario)).toEqual(['DRIFT politicalBody DN > NY: SERVICE']);
  });

  it('follow the political hierarchy where they take part in it, not the line', () => {
    const base = [
      ...BASE,
      stands('media', 'avdelning', 'kontoret', { parents: { political: 'rs' } }),
      stands('film', 'enhet', 'media', { parents: { political: 'media' } }),
      stands('ljud', 'enhet', 'media'),
    ];
    expect(broughtAlong([transfer('media', 'dn', { hierarchy: 'political' })], base)).toEqual([
      'FILM politicalBody RS > DN: MEDIA',
    ]);
    expect(broughtAlong([transfer('media', 'service')], base)).toEqual([
      'FILM administration KONTORET > SERVICE: MEDIA',
      'LJUD administration KONTORET > SERVICE: MEDIA',
      'LJUD politicalBody RS > DN: MEDIA',
    ]);
  });
});
