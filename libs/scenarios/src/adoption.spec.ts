import { describe, expect, it } from '@jest/globals';
import { decide, type ContentEventData, type Draft } from '#structure';
import type { Position } from '#temporal';
import { establish, RecordedHistory, type Line } from '../../structure/src/testing/recorded-history.js';
import { decidingWith, PlannedHistory } from '../../../test/property/planned-history.js';
import { adoptionDrafts } from './adoption.js';
import type { ScenarioId } from './scenario.js';
import { settledCommands } from './settled-commands.js';

const scenario = '99999999-0000-7000-8000-000000000000' as ScenarioId;

function region(...more: Line[]): RecordedHistory {
  const history = new RecordedHistory();
  history.record(establish('top', '2000-01-01'), establish('a', '2000-01-01', 'top'));
  for (const line of more) history.record(line);
  return history;
}

/** The scenario in which each line was planned as a step. @throws Error if one is refused */
function planned(base: RecordedHistory, ...lines: Line[]): PlannedHistory {
  const plan = new PlannedHistory(base, 1);
  for (const line of lines) {
    const decision = plan.step([line]);
    if (!decision.accepted) throw new Error(JSON.stringify(decision.rejections));
  }
  return plan;
}

const steps = (plan: PlannedHistory) => plan.steps.map(({ step }) => step);

function draftsOf(plan: PlannedHistory, more: object = {}): readonly Draft[] {
  const adoption = adoptionDrafts(steps(plan), { scenario, ...more });
  if (!adoption.ok) throw new Error(adoption.problem.message.en);
  return adoption.drafts;
}

describe('what a scenario comes to', () => {
  it('is every change as it is at last, where it first stood, and none that was cancelled again', () => {
    const plan = planned(
      region(),
      { ...establish('n', '2030-01-01', 'a'), id: 'n' },
      { kind: 'rename', on: '2030-01-01', unit: 'a', name: 'Alfa', id: 'r' },
      { ...establish('gone', '2030-01-01', 'a'), id: 'g' },
      { kind: 'correct', change: 'n', with: establish('n', '2030-02-01', 'a'), reason: 'Senare' },
      { kind: 'cancel', change: 'g', reason: 'Nej' },
    );
    expect(
      settledCommands(steps(plan)).map((command) => [command.id, 'on' in command && command.on]),
    ).toEqual([
      ['n', '2030-02-01'],
      ['r', '2030-01-01'],
    ]);
  });

  it('has what was anticipated where its form was told', () => {
    const plan = planned(
      region(),
      { kind: 'anticipate', id: 'open', units: ['a'], what: 'A byter namn' },
      { kind: 'rename', on: '2030-01-01', unit: 'a', name: 'Alfa', id: 'r' },
      {
        kind: 'correct',
        change: 'open',
        with: { kind: 'rename', on: '2030-01-01', unit: 'a', name: 'Beta' },
        reason: 'Klart',
      },
    );
    expect(settledCommands(steps(plan)).map(({ id }) => id)).toEqual(['r', 'open']);
  });

  it('keeps the cancellation of what it had put off, which could not be cancelled before', () => {
    const base = region({ kind: 'rename', on: '2010-01-01', unit: 'a', name: 'Alfa', id: 'old' });
    const plan = planned(
      base,
      { kind: 'reschedule', change: 'old', on: '2030-01-01', reason: 'Senare' },
      { kind: 'cancel', change: 'old', reason: 'Nej' },
    );
    expect(settledCommands(steps(plan)).map(({ does }) => does)).toEqual(['reschedule', 'cancel']);
  });
});

describe('adopting', () => {
  it('records a change that was corrected to act on what a later one begins', () => {
    const base = region(establish('b', '2000-01-01', 'top'));
    const plan = planned(
      base,
      { kind: 'dissolve', on: '2030-01-01', unit: 'b', successors: 'none', id: 'd' },
      establish('n', '2029-01-01', 'top'),
      {
        kind: 'correct',
        change: 'd',
        with: { kind: 'dissolve', on: '2030-01-01', unit: 'n', successors: 'none' },
        reason: 'Den nya',
      },
    );
    const drafts = draftsOf(plan);
    const position = (base.position + 1) as Position;
    expect(decide(base.timeline, drafts, { ...decidingWith(9), position })).toMatchObject({ accepted: true });
  });

  it('carries the days that the scenario left to imprecise dates, also of the organisation’s', () => {
    const base = region({ ...establish('year', '2030', 'top'), id: 'year' });
    const plan = planned(base, establish('child', '2030-05-01', 'year'));
    const drafts = draftsOf(plan);
    expect(drafts.map(({ draft }) => draft)).toEqual(['change', 'narrow']);
    const position = (base.position + 1) as Position;
    const decision = decide(base.timeline, drafts, { ...decidingWith(9), position });
    const events = decision.accepted ? decision.events : [];
    expect(events.map(({ type, data }) => [type, (data as ContentEventData).appliesFrom])).toEqual([
      ['UnitEstablished', undefined],
      ['ChangeDateNarrowed', '2030-05-01'],
    ]);
  });

  it('on a decision finds effects and days anew', () => {
    const base = region({ ...establish('year', '2030', 'top'), id: 'year' });
    const drafts = draftsOf(planned(base, establish('child', '2030-05-01', 'year')), {
      basis: { decision: 'd' },
    });
    expect(drafts).toMatchObject([{ draft: 'change', basis: { decision: 'd' } }]);
    expect(drafts[0]).not.toHaveProperty('resolved');
  });
});
