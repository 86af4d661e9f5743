import { describe, expect, it } from '@jest/globals';
import { InMemoryLedgerStore } from '#ledger';
import { InMemoryScenarioStore } from './in-memory-scenario-store.js';
import {
  contractEventTypes,
  created,
  newId,
  newScenario,
  renamed,
  simulated,
  terms,
} from './testing/scenario-drafts.js';
import { describeScenarioStore } from './scenario-store.contract.js';

describeScenarioStore('in-memory scenario store', async () => ({
  scenarios: new InMemoryScenarioStore(),
  ledger: new InMemoryLedgerStore(contractEventTypes),
}));

describe('in-memory scenario store', () => {
  it('never goes back in time, whatever its clock does', async () => {
    const times = [2_000_000, 1_000_000, 1_000_000, 5_000_000];
    const store = new InMemoryScenarioStore(() => times.shift() ?? 0);
    const [organisation, scenario] = [newId(), newScenario()];
    await store.append(organisation, scenario, 0, [created('A')], terms());
    for (const version of [1, 2, 3, 4])
      await store.append(organisation, scenario, version, [renamed(`B${version}`)], terms());

    const { events } = await store.read(organisation, scenario, 0);
    expect(events.map(({ recordedAt }) => recordedAt.slice(17))).toEqual([
      '02.000000Z',
      '02.000001Z',
      '02.000002Z',
      '05.000000Z',
      '05.000001Z',
    ]);
  });

  it('keeps what was given, whatever becomes of it', async () => {
    const store = new InMemoryScenarioStore();
    const [organisation, scenario] = [newId(), newScenario()];
    const draft = simulated('A');
    await store.append(organisation, scenario, 0, [created('Plan'), draft], terms());
    (draft.data as { changes: number }).changes = 99;
    (draft.content as unknown[]).length = 0;

    const { events, contents } = await store.read(organisation, scenario, 1);
    expect(events[0]).toMatchObject({ data: { changes: 1 } });
    expect(contents.get(2)).toHaveLength(1);
  });
});
