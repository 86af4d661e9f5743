import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AdoptScenario } from '../index.js';
import { codesOf, PlannedOrganisation, unit } from '../testing/planned-organisation.js';

describe('while a scenario is being adopted', () => {
  let planned: PlannedOrganisation;
  let elsewhere: PlannedOrganisation;
  let scenario: string;
  beforeEach(async () => {
    planned = await PlannedOrganisation.of(unit('top', null), unit('a', 'top'), unit('b', 'top'));
    elsewhere = await planned.elsewhere();
    scenario = await planned.plan();
    await planned.step(scenario, { kind: 'transfer', on: '2030-01-01', unit: 'a', to: 'b' });
  });
  afterEach(async () => {
    await elsewhere.close();
    await planned.close();
  });

  const adopt = () => planned.commands.execute(new AdoptScenario(scenario, {}, { actor: 'local' }));

  /** Another process is first, at the last moment. */
  function precededBy(line: object): void {
    const { ledger } = planned;
    const append = ledger.append.bind(ledger);
    let first = true;
    ledger.append = async (...args) => {
      if (first && args[1][0]?.commandType === 'AdoptScenario') {
        first = false;
        await elsewhere.record(line);
      }
      return append(...args);
    };
  }

  it('what it does not rest on may be recorded', async () => {
    precededBy(unit('c1', null));
    expect(await adopt()).toMatchObject({ outcome: 'recorded' });
    expect(await planned.chart({ at: '2030-01-01' })).toEqual(['C1', 'TOP', 'B < TOP', 'A < B']);
  });

  it('what it rests on is not overlooked: the base has moved', async () => {
    precededBy({ kind: 'transfer', on: '2029-01-01', unit: 'a', to: null });
    expect(codesOf(await adopt())).toEqual(['BASE_MOVED']);
    expect(await planned.chart({ at: '2030-01-01' })).toEqual(['A', 'TOP', 'B < TOP']);
  });
});
