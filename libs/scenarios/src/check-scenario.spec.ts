import { describe, expect, it } from '@jest/globals';
import type { Instant, Position } from '#temporal';
import { scenarioFlaw } from './check-scenario.js';
import { created, newScenario, renamed, renaming, simulated } from './testing/scenario-drafts.js';
import type { ScenarioContent, ScenarioEvent, ScenarioEventDraft } from './scenario-event.js';

const UNDONE: ScenarioEventDraft = { type: 'StepUndone', data: {} };
const REDONE: ScenarioEventDraft = { type: 'StepRedone', data: {} };
const ARCHIVED: ScenarioEventDraft = { type: 'ScenarioArchived', data: {} };
const RESTORED: ScenarioEventDraft = { type: 'ScenarioRestored', data: {} };
const ADOPTED: ScenarioEventDraft = {
  type: 'ScenarioAdopted',
  data: { command: 'c', first: 2 as Position, last: 2 as Position },
};

function rebased(changes: number, ...steps: ScenarioContent): ScenarioEventDraft {
  return { type: 'ScenarioRebased', data: { base: 2 as Position, changes }, content: steps };
}

function stored(drafts: readonly ScenarioEventDraft[]) {
  const events = drafts.map(
    ({ type, data }, i) =>
      ({ type, data, version: i + 1, recordedAt: second(i), actor: 'anna' }) as ScenarioEvent,
  );
  const contents = new Map(drafts.flatMap(({ content }, i) => (content ? [[i + 1, content]] : [])));
  return { events, contents };
}

function second(n: number): Instant {
  return `2025-01-01T00:00:${String(n).padStart(2, '0')}.000000Z` as Instant;
}

function flawIn(...drafts: readonly ScenarioEventDraft[]) {
  const { events, contents } = stored(drafts);
  return scenarioFlaw(newScenario(), events, contents)?.version;
}

describe('a stream of a scenario', () => {
  it.each<[string, ScenarioEventDraft[]]>([
    ['begins, with and without steps', [created('Plan', renaming('A'), renaming('B'))]],
    ['takes steps, undoes and redoes them', [created('Plan'), simulated('A'), UNDONE, REDONE, UNDONE]],
    ['is rebased, also to no steps at all', [created('Plan'), rebased(0), rebased(1, renaming('A')), UNDONE]],
    ['is put away and taken out again', [created('Plan'), ARCHIVED, RESTORED, renamed('B'), ARCHIVED]],
    ['ends with its adoption', [created('Plan'), simulated('A'), ADOPTED]],
  ])('that %s has no flaw', (_, drafts) => {
    expect(flawIn(...drafts)).toBeUndefined();
  });

  it.each<[string, number, ScenarioEventDraft[]]>([
    ['has no events', 1, []],
    ['does not begin', 1, [simulated('A')]],
    ['begins twice', 2, [created('Plan'), created('Plan')]],
    ['undoes nothing', 2, [created('Plan', renaming('A')), UNDONE]],
    ['redoes nothing', 4, [created('Plan'), simulated('A'), UNDONE, simulated('B'), REDONE].toSpliced(2, 1)],
    ['goes on when it is put away', 3, [created('Plan'), ARCHIVED, renamed('B')]],
    ['is taken out where it is', 2, [created('Plan'), RESTORED]],
    ['goes on when it is adopted', 4, [created('Plan'), simulated('A'), ADOPTED, renamed('B')]],
    ['lacks a step', 2, [created('Plan'), { ...simulated('A'), content: [] } as ScenarioEventDraft]],
    [
      'has another step',
      2,
      [created('Plan'), { ...simulated('A'), content: [renaming('A')] } as ScenarioEventDraft],
    ],
    ['lacks the steps that it begins with', 1, [{ ...created('Plan', renaming('A')), content: [] }]],
    ['lacks steps that were rebased', 2, [created('Plan'), rebased(2, renaming('A'))]],
    ['has steps where there are none', 2, [created('Plan'), { ...renamed('B'), content: [renaming('A')] }]],
    [
      'says what nobody says',
      2,
      [created('Plan'), { type: 'toString', data: {} } as unknown as ScenarioEventDraft],
    ],
  ])('that %s has its flaw at version %i', (_, version, drafts) => {
    expect(flawIn(...drafts)).toBe(version);
  });

  it('with a gap is found', () => {
    const { events, contents } = stored([created('Plan'), renamed('B'), renamed('C')]);
    expect(scenarioFlaw(newScenario(), events.toSpliced(1, 1), contents)).toEqual({
      version: 2,
      message: {
        sv: 'Version 2 saknas: i dess ställe står version 3.',
        en: 'Version 2 is missing: in its place stands version 3.',
      },
    });
  });

  it('whose time goes back is found; one append has one time', () => {
    const { events, contents } = stored([created('Plan'), renamed('B'), renamed('C')]);
    const at = (...times: number[]) =>
      scenarioFlaw(
        newScenario(),
        events.map((event, i) => ({ ...event, recordedAt: second(times[i]!) })),
        contents,
      )?.version;
    expect(at(3, 3, 4)).toBeUndefined();
    expect(at(3, 4, 3)).toBe(3);
  });
});
