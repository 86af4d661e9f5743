import { describe, expect, test } from '@jest/globals';
import { RecordedHistory, type Line } from '../../structure/src/testing/recorded-history.js';
import { competenceNeeded, isCompetent } from './competence.js';
import { Evidence } from './evidence.js';
import { decision } from './kinds/index.js';
import { RecordedDecisions } from './testing/recorded-decisions.js';

const LATEST = Number.MAX_SAFE_INTEGER;

/** A region whose line and political hierarchy differ: IT stands at the office, and another board answers for it. */
function region(): RecordedHistory {
  const history = new RecordedHistory();
  const unit = (key: string, name: string, type: string, parent: string | null, parents = {}): Line => ({
    kind: 'establish',
    on: '2015-01-01',
    unit: { key, name, type, parent, parents },
  });
  history.record(
    unit('rf', 'Regionfullmäktige', 'regionfullmaktige', null, { political: null }),
    unit('rs', 'Regionstyrelsen', 'styrelse', 'rf', { political: 'rf' }),
    unit('au', 'Arbetsutskottet', 'utskott', 'rs', { political: 'rs' }),
    unit('dn', 'Driftsnämnden', 'driftsnämnd', 'rf', { political: 'rf' }),
    unit('kontoret', 'Regionkontoret', 'forvaltning', 'rs'),
    unit('it', 'IT', 'avdelning', 'kontoret', { political: 'dn' }),
    unit('hr', 'HR', 'avdelning', 'kontoret'),
    unit('ekonomi', 'Ekonomi', 'avdelning', 'kontoret'),
  );
  return history;
}

/** Whose decision a change takes, by the keys and names of bodies, with rules recorded besides. */
function needed(line: Line, ...rules: Line[]) {
  const history = region();
  history.propose([line]);
  const [change] = history.timeline.pendingChanges;
  const version = change!.versions[0]!;
  const decisions = new RecordedDecisions(history);
  if (rules.length > 0) decisions.record('2020-01-01', ...rules);
  const evidence = new Evidence(decisions.register, LATEST);
  const need = competenceNeeded(history.timeline, [version], evidence, LATEST);
  const name = (unit: { name: { known(position: number): { value: string }[] } }) =>
    unit.name.known(LATEST)[0]!.value;
  const mayDecide = (act: string, body: unknown): boolean => {
    decisions.record('2020-02-01', { kind: 'matter', id: `m ${act}`, title: 'Ärende' });
    decisions.record('2020-02-01', { kind: 'decision', id: act, matter: `m ${act}`, body, act });
    const made = decisions.register.get(decision, decisions.id(act), LATEST)!;
    return isCompetent(made, need, history.timeline, version.from, LATEST);
  };
  return {
    scope: need.scope,
    boards: need.boards.map(name),
    bodies: need.bodies.map(name),
    type: need.type,
    delegates: need.delegates.map(name),
    mayDecide,
  };
}

const RENAME: Line = { kind: 'rename', on: '2021-01-01', unit: 'hr', name: 'Personal' };

describe('whose decision a change takes', () => {
  test('within the area of one board it is the board’s, or that of a body above it', () => {
    const own = needed(RENAME);
    expect(own).toMatchObject({ scope: 'withinBoard', boards: ['Regionstyrelsen'], type: null });
    expect(own.mayDecide('decides', 'rs')).toBe(true);
    expect(needed(RENAME).mayDecide('decides', 'rf')).toBe(true);
    expect(needed(RENAME).mayDecide('decides', 'dn')).toBe(false);
    expect(needed(RENAME).mayDecide('decides', 'au')).toBe(false);
  });

  test('between the areas of two boards it is the assembly’s: the political hierarchy tells, then the line', () => {
    const moved = needed({ kind: 'transfer', on: '2021-01-01', unit: 'hr', to: 'it' });
    expect(moved).toMatchObject({ scope: 'acrossBoards', bodies: [], type: 'fullmaktige' });
    expect(moved.boards.sort()).toEqual(['Driftsnämnden', 'Regionstyrelsen']);
    expect(moved.mayDecide('decides', 'rf')).toBe(true);
    expect(moved.mayDecide('rejects', 'rf')).toBe(true);
    expect(
      needed({
        kind: 'merge',
        on: '2021-01-01',
        units: ['hr', 'it'],
        into: { key: 'n', name: 'N', type: 'avdelning', parent: 'kontoret' },
      }).scope,
    ).toBe('acrossBoards');
    expect(
      needed({
        kind: 'merge',
        on: '2021-01-01',
        units: ['hr', 'ekonomi'],
        into: { key: 'n', name: 'N', type: 'avdelning', parent: 'kontoret' },
      }).scope,
    ).toBe('withinBoard');
  });

  test('the political organisation itself is the assembly’s', () => {
    const founded = { key: 'n', name: 'Nämnden', type: 'nämnd', parent: 'rf' };
    expect(needed({ kind: 'establish', on: '2021-01-01', unit: founded })).toMatchObject({
      scope: 'politicalBody',
      type: 'fullmaktige',
    });
    expect(needed({ kind: 'rename', on: '2021-01-01', unit: 'au', name: 'Utskottet' }).scope).toBe(
      'politicalBody',
    );
  });

  test('a proposal, a commission and a referral are no decisions, whoever makes them', () => {
    for (const act of ['proposes', 'commissions', 'prepares', 'refersBack']) {
      expect(needed(RENAME).mayDecide(act, 'rs')).toBe(false);
    }
  });

  test('a body that is not tracked is known by its name', () => {
    expect(needed(RENAME).mayDecide('decides', { name: 'Regionfullmäktige i Halland' })).toBe(true);
    expect(needed(RENAME).mayDecide('decides', { name: 'regionstyrelsen' })).toBe(true);
    expect(needed(RENAME).mayDecide('decides', { name: 'Regiondirektören' })).toBe(false);
  });

  test('by delegation where a rule says so, or where a board decides itself', () => {
    const rule = { kind: 'competence', scope: 'withinBoard', by: 'board', delegatedTo: ['au'] };
    expect(needed(RENAME).mayDecide('decidesByDelegation', 'au')).toBe(false);
    expect(needed(RENAME).mayDecide('decidesByDelegation', 'rs')).toBe(true);
    expect(needed(RENAME, rule).mayDecide('decidesByDelegation', 'au')).toBe(true);
    expect(needed(RENAME, rule).mayDecide('decides', 'au')).toBe(false);
  });

  test('a rule holds for its dates and kinds; the last recorded one goes first', () => {
    const assembly = { kind: 'competence', scope: 'withinBoard', by: { type: 'fullmaktige' } };
    expect(needed(RENAME, assembly)).toMatchObject({ bodies: [], type: 'fullmaktige' });
    expect(needed(RENAME, { ...assembly, changes: ['merge'] }).type).toBeNull();
    expect(needed(RENAME, { ...assembly, from: '2021-01-02' }).type).toBeNull();
    expect(needed(RENAME, { ...assembly, from: '2021-01-01' }).type).toBe('fullmaktige');
    expect(needed(RENAME, { ...assembly, until: '2021-01-01' }).type).toBeNull();
    const committee = { kind: 'competence', scope: 'any', by: { unit: 'au' } };
    expect(needed(RENAME, assembly, committee).bodies).toEqual(['Arbetsutskottet']);
  });

  test('where no board is tracked, any body that decides will do', () => {
    const history = new RecordedHistory();
    history.record({
      kind: 'establish',
      on: '2015-01-01',
      unit: { key: 'a', name: 'A', type: 'kommun', parent: null },
    });
    history.propose([{ kind: 'rename', on: '2021-01-01', unit: 'a', name: 'B' }]);
    const [change] = history.timeline.pendingChanges;
    const evidence = new Evidence(new RecordedDecisions(history).register, LATEST);
    expect(competenceNeeded(history.timeline, [change!.versions[0]!], evidence, LATEST)).toMatchObject({
      scope: 'any',
      boards: [],
      bodies: [],
      type: null,
    });
  });
});
