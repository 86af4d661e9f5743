import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { LedgerStore, OrganisationId } from '#ledger';
import { digestOf } from './fingerprint.js';
import {
  at,
  command,
  created,
  event,
  newScenario,
  organisationDraft,
  renamed,
  renaming,
  simulated,
  terms,
} from './testing/scenario-drafts.js';
import { isScenarioMoved, type ScenarioCommandTerms, type ScenarioStore } from './scenario-store.js';
import type { ScenarioEventDraft } from './scenario-event.js';
import type { ScenarioId } from './scenario.js';

/** A scenario store and the ledger beside it. */
export interface Stores {
  readonly scenarios: ScenarioStore;
  readonly ledger: LedgerStore;
}

/** What every scenario store must do. `make` gives stores that may hold other organisations already. */
export function describeScenarioStore(name: string, make: () => Promise<Stores>): void {
  describe(name, () => {
    let store: ScenarioStore;
    let ledger: LedgerStore;
    let organisation: OrganisationId;
    let scenario: ScenarioId;

    beforeEach(async () => {
      ({ scenarios: store, ledger } = await make());
      const draft = organisationDraft();
      organisation = draft.id;
      await ledger.register(draft);
      scenario = newScenario();
    });

    const append = (after: number, events: readonly ScenarioEventDraft[], said = terms()) =>
      store.append(organisation, scenario, after, events, said);
    const eventsOf = async (id = scenario) => (await store.read(organisation, id, 0)).events;
    const begin = () => append(0, [created('Plan')]);

    describe('appending', () => {
      it('gives versions without gaps', async () => {
        expect(await begin()).toMatchObject({ outcome: 'appended', version: 1 });
        expect(await append(1, [simulated('A'), renamed('B')])).toMatchObject({ version: 3 });
        expect(await append(3, [{ type: 'StepUndone', data: {} }])).toMatchObject({ version: 4 });
        expect((await eventsOf()).map(({ version, type }) => `${version} ${type}`)).toEqual([
          '1 ScenarioCreated',
          '2 ChangesSimulated',
          '3 ScenarioRevised',
          '4 StepUndone',
        ]);
      });

      it('gives back what was given, also what is large of it', async () => {
        const odd = 'Å \u2028 "\\" \n \u{1f600} {a,"b"} NULL';
        const [first, second] = [renaming(odd), renaming('B')];
        const drafts = [created(odd, first, second), renamed(''), simulated(odd)];
        await append(0, drafts, terms({ actor: 'å "b"' }));

        const { events, contents } = await store.read(organisation, scenario, 0);
        expect(events.map(({ type, data }) => ({ type, data }))).toEqual(
          drafts.map(({ type, data }) => ({ type, data })),
        );
        expect(events.map(({ actor }) => actor)).toEqual(['å "b"', 'å "b"', 'å "b"']);
        expect([...contents]).toEqual([
          [1, [first, second]],
          [3, drafts[2]!.content],
        ]);
      });

      it('keeps nothing of an append to another version than the newest, nor its key', async () => {
        await begin();
        await append(1, [renamed('B')]);
        const stale = terms();
        for (const after of [0, 1, 3]) {
          expect(await append(after, [renamed('C'), renamed('D')], stale)).toEqual({ outcome: 'moved' });
        }
        expect(await store.findCommand(organisation, stale.idempotencyKey)).toBeNull();
        expect(await eventsOf()).toHaveLength(2);
        expect(await append(2, [renamed('C')], stale)).toMatchObject({ outcome: 'appended', version: 3 });
      });

      it('begins nothing at a later version', async () => {
        expect(await append(1, [renamed('B')])).toEqual({ outcome: 'moved' });
        expect(await store.organisationOf(scenario)).toBeNull();
        expect(await store.list(organisation)).toEqual([]);
      });

      it('never goes back in time, and answers with it', async () => {
        let version = 0;
        const answered: string[] = [];
        for (const name of ['A', 'B', 'C', 'D', 'E']) {
          const outcome = await append(version, version === 0 ? [created(name)] : [renamed(name)]);
          if (outcome.outcome !== 'appended') throw new Error(outcome.outcome);
          ({ version } = outcome);
          answered.push(outcome.recordedAt);
        }
        expect((await eventsOf()).map(({ recordedAt }) => recordedAt)).toEqual(answered);
        expect([...new Set(answered)].sort()).toEqual(answered);
        expect(answered.every((time) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(time))).toBe(true);
      });

      it('keeps scenarios apart, and an id with the organisation that has it', async () => {
        const other = newScenario();
        await begin();
        await store.append(organisation, other, 0, [created('Other')], terms());
        await append(1, [renamed('B')]);
        expect(await eventsOf(other)).toHaveLength(1);

        const stranger = organisationDraft();
        await ledger.register(stranger);
        for (const after of [0, 2]) {
          const outcome = await store.append(stranger.id, scenario, after, [created('Mine')], terms());
          expect(outcome).toEqual({ outcome: 'moved' });
        }
        expect(await store.organisationOf(scenario)).toBe(organisation);
        expect(await store.list(stranger.id)).toEqual([]);
      });

      it('takes thousands of steps at once', async () => {
        const drafts = Array.from({ length: 3000 }, (_, i) => simulated(`Namn ${i}`));
        await begin();
        expect(await append(1, drafts)).toMatchObject({ outcome: 'appended', version: 3001 });
        const { events, contents } = await store.read(organisation, scenario, 1);
        expect(events.map(({ data }) => data)).toEqual(drafts.map(({ data }) => data));
        expect([...contents.values()]).toEqual(drafts.map(({ content }) => content));
      });
    });

    describe('idempotency', () => {
      it('stores a command once, and answers a retry with what it did', async () => {
        const said = terms();
        await begin();
        await append(1, [renamed('B'), renamed('C')], said);
        await append(3, [renamed('D')]);
        for (const after of [1, 4]) {
          expect(await append(after, [renamed('B'), renamed('C')], said)).toEqual({
            outcome: 'duplicate',
            scenario,
            version: 3,
            mismatch: false,
          });
        }
        expect(await eventsOf()).toHaveLength(4);
      });

      it('answers the retry of a beginning, under a new id, with the scenario that there is', async () => {
        const said = terms();
        await append(0, [created('Plan')], said);
        const again = await store.append(organisation, newScenario(), 0, [created('Plan')], said);
        expect(again).toEqual({ outcome: 'duplicate', scenario, version: 1, mismatch: false });
        expect(await store.list(organisation)).toHaveLength(1);
      });

      it.each<[string, Partial<ScenarioCommandTerms>]>([
        ['another fingerprint', { fingerprint: 'something else' }],
        ['another actor', { actor: 'bertil' }],
      ])('tells a mismatch: %s', async (_, other) => {
        const said = terms();
        await append(0, [created('Plan')], said);
        const outcome = await append(1, [renamed('B')], { ...said, ...other });
        expect(outcome).toEqual({ outcome: 'duplicate', scenario, version: 1, mismatch: true });
      });

      it('keeps the keys of organisations apart', async () => {
        const said = terms();
        await append(0, [created('Plan')], said);
        const other = organisationDraft();
        await ledger.register(other);
        const outcome = await store.append(other.id, newScenario(), 0, [created('Plan')], said);
        expect(outcome).toMatchObject({ outcome: 'appended' });
      });

      it('finds what was done under a key', async () => {
        const said = terms();
        await begin();
        await append(1, [renamed('B'), renamed('C')], said);
        expect(await store.findCommand(organisation, said.idempotencyKey)).toEqual({
          scenario,
          version: 3,
          digest: digestOf(said),
        });
        expect(await store.findCommand(organisation, 'never used')).toBeNull();
      });
    });

    describe('reading', () => {
      it('gives what comes after a version', async () => {
        await append(0, [created('Plan', renaming('A')), renamed('B'), simulated('C')]);
        const { events, contents } = await store.read(organisation, scenario, 1);
        expect(events.map(({ version }) => version)).toEqual([2, 3]);
        expect([...contents.keys()]).toEqual([3]);
        expect(await store.read(organisation, scenario, 3)).toEqual({ events: [], contents: new Map() });
      });

      it('knows nothing of what there is not, and not of what is another organisation’s', async () => {
        await begin();
        const nothing = { events: [], contents: new Map() };
        expect(await store.read(organisation, newScenario(), 0)).toEqual(nothing);
        expect(await store.read(organisationDraft().id, scenario, 0)).toEqual(nothing);
        expect(await store.organisationOf(newScenario())).toBeNull();
        expect(await store.list(organisationDraft().id)).toEqual([]);
      });

      it('lists scenarios as they were created, each with its events', async () => {
        const ids = Array.from({ length: 6 }, newScenario);
        for (const id of ids) await store.append(organisation, id, 0, [created(id)], terms());
        for (const id of ids.toReversed())
          await store.append(organisation, id, 1, [simulated('A'), renamed(`${id} ny`)], terms());

        const listed = await store.list(organisation);
        expect(listed.map(({ id }) => id)).toEqual(ids);
        for (const { id, events } of listed) expect(events).toEqual(await eventsOf(id));
      });
    });

    describe('adoption', () => {
      const adopted = (id: ScenarioId) => ({ command: `adopt-scenario:${id}`, matter: 'm', shift: 'P1M' });
      const adopt = (after: number, draft = command({ events: [event(), event()] }), said = terms()) =>
        ledger.append(
          organisation,
          [draft],
          store.adoption(organisation, scenario, after, adopted(scenario), said),
        );
      const head = async () => (await ledger.head(organisation))!.position;

      it('is written with the positions of what the ledger recorded', async () => {
        const said = terms({ actor: 'bertil' });
        await append(0, [created('Plan'), simulated('A')]);
        await ledger.append(organisation, [command({})]);
        expect(await adopt(2, undefined, said)).toMatchObject({ outcome: 'appended', head: 4 });

        expect((await eventsOf()).at(-1)).toMatchObject({
          type: 'ScenarioAdopted',
          version: 3,
          actor: 'bertil',
          data: { ...adopted(scenario), first: 3, last: 4 },
        });
        expect(await store.findCommand(organisation, said.idempotencyKey)).toMatchObject({ version: 3 });
        expect(await append(2, [renamed('B')])).toEqual({ outcome: 'moved' });
      });

      it('of a scenario that has moved undoes the whole append', async () => {
        await append(0, [created('Plan'), simulated('A')]);
        const [draft, said] = [command({}), terms()];
        for (const after of [0, 1, 3]) {
          const error: unknown = await adopt(after, draft, said).catch((thrown: unknown) => thrown);
          expect(isScenarioMoved(error)).toBe(true);
        }
        expect(await head()).toBe(1);
        expect(await eventsOf()).toHaveLength(2);
        expect(await ledger.findCommand(organisation, draft.idempotencyKey)).toBeNull();
        expect(await store.findCommand(organisation, said.idempotencyKey)).toBeNull();
        expect(await adopt(2, draft, said)).toMatchObject({ outcome: 'appended', head: 2 });
      });

      it('under a key that was used undoes the whole append', async () => {
        const said = terms();
        await append(0, [created('Plan'), simulated('A')], said);
        const error: unknown = await adopt(2, undefined, said).catch((thrown: unknown) => thrown);
        expect(isScenarioMoved(error)).toBe(true);
        expect([await head(), (await eventsOf()).length]).toEqual([1, 2]);
      });

      it('leaves the scenario alone when the ledger appends nothing', async () => {
        await append(0, [created('Plan'), simulated('A')]);
        const draft = command({});
        await ledger.append(organisation, [draft]);
        expect(await adopt(2, draft)).toMatchObject({ outcome: 'duplicate' });
        expect(await adopt(2, command({ expectedPosition: at(9) }))).toMatchObject({ outcome: 'conflict' });
        expect(await eventsOf()).toHaveLength(2);
      });

      it('is done once, and a retry finds it', async () => {
        const [draft, said] = [command({}), terms()];
        await append(0, [created('Plan'), simulated('A')]);
        await adopt(2, draft, said);
        expect(await adopt(2, draft, said)).toMatchObject({ outcome: 'duplicate', mismatch: false });
        expect([await head(), (await eventsOf()).length]).toEqual([2, 3]);
      });

      it('lets one of ten win', async () => {
        await append(0, [created('Plan'), simulated('A')]);
        const answers = await Promise.allSettled(Array.from({ length: 10 }, () => adopt(2)));
        const errors = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
        expect(errors.map(isScenarioMoved)).toEqual(Array.from({ length: 9 }, () => true));
        expect([await head(), (await eventsOf()).length]).toEqual([3, 3]);
      });
    });

    describe('at the same time', () => {
      it('one of twenty writers goes first at each version', async () => {
        await begin();
        for (const after of [1, 2, 3]) {
          const names = Array.from({ length: 20 }, (_, i) => `${after}-${i}`);
          const outcomes = await Promise.all(names.map((name) => append(after, [renamed(name)])));
          const won = outcomes.flatMap(({ outcome }, i) => (outcome === 'appended' ? [names[i]] : []));
          expect(won).toHaveLength(1);
          expect(outcomes.filter(({ outcome }) => outcome === 'moved')).toHaveLength(19);
          expect((await eventsOf())[after]!.data).toEqual({ name: won[0] });
        }
      });

      it('one command given twenty times is stored once', async () => {
        await begin();
        const said = terms();
        const outcomes = await Promise.all(Array.from({ length: 20 }, () => append(1, [renamed('B')], said)));
        const told = outcomes.map(({ outcome, ...rest }) =>
          'version' in rest ? `${outcome} ${rest.version}` : outcome,
        );
        expect(told.sort()).toEqual(['appended 2', ...Array.from({ length: 19 }, () => 'duplicate 2')]);
      });

      it('twenty scenarios begin beside each other', async () => {
        const ids = Array.from({ length: 20 }, newScenario);
        await Promise.all(
          ids.map((id) => store.append(organisation, id, 0, [created(randomUUID())], terms())),
        );
        expect((await store.list(organisation)).map(({ id }) => id).sort()).toEqual(ids.sort());
      });
    });
  });
}
