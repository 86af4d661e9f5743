import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  COMMAND_OF,
  ImportChanges,
  ReadChangeDates,
  ReadOrganisation,
  type RecordingOutcome,
} from '#chronicle';
import type { Organisation } from '#ledger';
import { dayOf } from '#temporal';
import pg from 'pg';
import { testDatabase, type TestDatabase } from '../harness/database.js';
import { Application, draftOf, establish, refusalCodes, type Line } from './application.js';
import { answers, audit } from './audit.js';
import { limit, rounds, upTo } from './rounds.js';
import { flawsOn } from './structure-flaws.js';

const RACES = rounds('KRONIKA_RACES', 200);

describe('Several processes record in one organisation', () => {
  let database: TestDatabase;
  let pools: pg.Pool[];
  beforeAll(async () => {
    database = await testDatabase();
    pools = upTo(4).map(() => new pg.Pool({ ...database.appConfig, max: 4 }).on('error', () => undefined));
  });
  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.end()));
    await database.close();
  });

  let applications: Application[];
  let organisation: Organisation;
  let organisations = 0;
  beforeEach(async () => {
    applications = await Promise.all(pools.map((pool) => Application.over(pool)));
    organisation = await applications[0]!.register(`race-${++organisations}`);
  });
  afterEach(async () => {
    for (const application of applications) await application.close();
  });

  const give = (application: Application, lines: Line[], key?: string): Promise<RecordingOutcome> => {
    const Intention = COMMAND_OF[lines[0]!['kind'] as keyof typeof COMMAND_OF];
    const terms = { actor: 'registrar', idempotencyKey: key, confirmed: 'all' as const };
    return application.commands.execute(new Intention(organisation.slug, lines.map(draftOf), terms));
  };

  const prepare = async (lines: Line[]) => {
    const sets = lines.map((line) => ({ drafts: [{ ...draftOf(line), digest: JSON.stringify(line) }] }));
    const terms = { actor: 'registrar', keyScheme: 'import', backdate: false };
    const outcomes = await applications[0]!.commands.execute(
      new ImportChanges(organisation.slug, sets, terms),
    );
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(lines.map(() => 'recorded'));
  };

  const head = async () => (await applications[0]!.ledger.head(organisation.id))!.position;
  const conflicts = () => applications.reduce((sum, { ledger }) => sum + ledger.conflicts, 0);

  /** Nothing is lost, all processes answer alike, and the organisation is sound at the end of every date. */
  const checkAll = async (outcomes: ReadonlyMap<string, RecordingOutcome>) => {
    const acknowledged = [...outcomes].flatMap(([key, outcome]) =>
      outcome.outcome === 'refused' ? [] : [{ key, outcome: outcome.outcome, changes: outcome.changes }],
    );
    expect(await audit(database, organisation, acknowledged)).toEqual([]);
    const told = await Promise.all(applications.map((each) => answers(each, organisation.slug)));
    for (const answer of told) expect(answer).toEqual(told[0]);
    const reading = await applications[0]!.queries.execute(new ReadOrganisation(organisation.slug));
    const { days } = await applications[0]!.queries.execute(new ReadChangeDates(reading));
    expect(days.length).toBeGreaterThan(0);
    expect(days.flatMap((day) => flawsOn(reading.timeline, dayOf(day)))).toEqual([]);
    expect(conflicts()).toBeGreaterThan(0);
  };

  /** Two processes at once, in turn one or the other first; exactly one succeeds. */
  const race = async (round: number, one: Line, other: Line, refusedWith: readonly string[]) => {
    const keys = [`${round}-one`, `${round}-other`] as const;
    const first = give(applications[round % 2]!, [one], keys[0]);
    const second = give(applications[1 - (round % 2)]!, [other], keys[1]);
    const outcomes = [await first, await second] as const;
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['recorded', 'refused']);
    const codes = outcomes.flatMap(refusalCodes);
    expect(refusedWith).toEqual(expect.arrayContaining(codes));
    return new Map([
      [keys[0], outcomes[0]],
      [keys[1], outcomes[1]],
    ]);
  };

  const raceAll = async (pair: (round: number) => [Line, Line], refusedWith: readonly string[]) => {
    const all = new Map<string, RecordingOutcome>();
    for (const round of upTo(RACES)) {
      for (const [key, outcome] of await race(round, ...pair(round), refusedWith)) all.set(key, outcome);
    }
    await checkAll(all);
  };

  it(
    'stores as many events as twenty writers are told that they recorded',
    async () => {
      const shared = upTo(5).map((n) => `s${n}`);
      await prepare([establish('top'), ...shared.map((key) => establish(key, 'top'))]);
      const before = await head();
      const all = new Map<string, RecordingOutcome>();
      for (const round of upTo(RACES)) {
        const on = ['2021-01-01', '2021-01-01', '2021-06-30'][round % 3]!;
        await Promise.all(
          upTo(20).map(async (writer) => {
            const unit = shared[(writer + round) % shared.length]!;
            const lines: Line[] =
              writer % 2 === 0
                ? [{ kind: 'rename', on, unit, name: `${unit} av ${writer} i ${round}` }]
                : [establish(`u${writer}-${round}`, unit), establish(`v${writer}-${round}`, unit)];
            const key = `${writer}-${round}`;
            all.set(key, await give(applications[writer % applications.length]!, lines, key));
          }),
        );
      }
      const recorded = [...all.values()].filter(({ outcome }) => outcome === 'recorded');
      const changes = recorded.flatMap((outcome) => ('changes' in outcome ? outcome.changes : []));
      expect(changes).toHaveLength((await head()) - before);
      expect(new Set(changes.map(({ position }) => position)).size).toBe(changes.length);
      const refused = [...all.values()].flatMap(refusalCodes);
      process.stdout.write(`${conflicts()} conflicts, refused in the end: ${refused.length}\n`);
      expect([...new Set(refused)].filter((code) => code !== 'TOO_MUCH_CONTENTION')).toEqual([]);
      await checkAll(all);
    },
    limit(RACES, 300),
  );

  it(
    'never lets A stand under B and B under A',
    async () => {
      await prepare(upTo(RACES).flatMap((n) => [establish(`a${n}`), establish(`b${n}`)]));
      const dates = ['2021-01-01', '2021-07-01', '2022'];
      await raceAll(
        (n) => [
          { kind: 'transfer', on: dates[n % 3], unit: `a${n}`, to: `b${n}` },
          { kind: 'transfer', on: dates[(n >> 1) % 3], unit: `b${n}`, to: `a${n}` },
        ],
        ['CYCLE'],
      );
    },
    limit(RACES, 100),
  );

  it(
    'never closes a ring of three from two ends',
    async () => {
      await prepare(
        upTo(RACES).flatMap((n) => [establish(`c${n}`), establish(`b${n}`), establish(`a${n}`, `b${n}`)]),
      );
      await raceAll(
        (n) => [
          { kind: 'transfer', on: '2021-01-01', unit: `b${n}`, to: `c${n}` },
          { kind: 'transfer', on: '2021-01-01', unit: `c${n}`, to: `a${n}` },
        ],
        ['CYCLE'],
      );
    },
    limit(RACES, 100),
  );

  it(
    'never leaves a child under a parent that has ended',
    async () => {
      await prepare(upTo(RACES).map((n) => establish(`p${n}`)));
      const born = ['2021-01-01', '2022-01-01', '2022-06-01'];
      await raceAll(
        (n) => [
          { kind: 'dissolve', on: '2022-01-01', unit: `p${n}`, successors: 'none' },
          establish(`c${n}`, `p${n}`, born[n % 3]),
        ],
        ['PARENT_NOT_IN_FORCE', 'NOT_IN_FORCE'],
      );
    },
    limit(RACES, 100),
  );

  it(
    'never gives one code to two units',
    async () => {
      await prepare(upTo(RACES).flatMap((n) => [establish(`a${n}`), establish(`b${n}`)]));
      await raceAll(
        (n) => [
          { kind: 'recode', on: '2021-01-01', unit: `a${n}`, codes: { cost: `k${n}` } },
          n % 2 === 0
            ? { kind: 'recode', on: '2023-01-01', unit: `b${n}`, codes: { cost: `k${n}` } }
            : {
                kind: 'establish',
                on: '2020-07-01',
                unit: { key: `c${n}`, name: 'C', type: 'enhet', parent: null, codes: { cost: `k${n}` } },
              },
        ],
        ['CODE_TAKEN'],
      );
    },
    limit(RACES, 100),
  );

  it('never gives one name to two changes', async () => {
    await prepare([establish('a'), establish('b')]);
    await raceAll(
      (n) => [
        { kind: 'rename', id: `change-${n}`, on: '2021-01-01', unit: 'a', name: `A ${n}` },
        { kind: 'rename', id: `change-${n}`, on: '2021-01-01', unit: 'b', name: `B ${n}` },
      ],
      ['CHANGE_ID_TAKEN'],
    );
  });

  it('never cancels a change that is corrected at the same moment, unless the correction went first', async () => {
    const rename = (n: number, name: string, on = '2090-01-01') => ({
      kind: 'rename',
      on,
      unit: `u${n}`,
      name,
    });
    await prepare(upTo(50).flatMap((n) => [establish(`u${n}`), { ...rename(n, 'Ny'), id: `r${n}` }]));
    const all = new Map<string, RecordingOutcome>();
    for (const n of upTo(50)) {
      const cancel = { kind: 'cancel', change: `r${n}`, reason: 'Upphävt' };
      const correct = { kind: 'correct', change: `r${n}`, reason: 'Fel', with: rename(n, 'Rätt') };
      const [first, second] = [cancel, correct].map((line, i) =>
        give(applications[i]!, [line], `${line.kind}${n}`),
      );
      const [cancelled, corrected] = [await first!, await second!];
      all.set(`cancel${n}`, cancelled).set(`correct${n}`, corrected);
      expect(cancelled.outcome).toBe('recorded');
      if (corrected.outcome === 'refused') expect(refusalCodes(corrected)).toEqual(['CHANGE_CANCELLED']);
      else expect(corrected).toMatchObject({ position: (cancelled as { position: number }).position - 1 });
    }
    await checkAll(all);
  });

  it('never refuses for what another process has changed since', async () => {
    const [one, other] = applications as [Application, Application];
    await prepare([establish('a')]);
    expect(await give(other, [establish('x', 'a')])).toMatchObject({ outcome: 'recorded' });
    expect(await give(one, [establish('b')])).toMatchObject({ outcome: 'recorded' });
    // `other` has not seen b yet.
    const moved = await give(other, [{ kind: 'transfer', on: '2021-01-01', unit: 'x', to: 'b' }]);
    expect(moved).toMatchObject({ outcome: 'recorded' });
    const tried = await one.commands.execute(
      new COMMAND_OF.transfer(
        organisation.slug,
        [draftOf({ kind: 'transfer', on: '2022-01-01', unit: 'x', to: 'a' })],
        { actor: 'registrar', validateOnly: true },
      ),
    );
    expect(tried).toMatchObject({ outcome: 'valid', position: await head() });
  });
});
