import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { PostgresLedgerStore, restoreLedger, type KeptBeside } from '#ledger';
import { testDatabase, type TestDatabase } from '../../../test/harness/database.js';
import { backupOf, linesOf, sealed as sealedLines } from '../../ledger/src/testing/backup-lines.js';
import { adoptionKey } from './adoption.js';
import { PostgresScenarioStore } from './postgres-scenario-store.js';
import { scenariosBeside, scenariosRestored } from './scenario-backup.js';
import {
  command,
  contractEventTypes,
  created,
  event,
  newScenario,
  organisationDraft,
  renamed,
  renaming,
  simulated,
  terms,
} from './testing/scenario-drafts.js';
import type { ScenarioId } from './scenario.js';
import { verifyScenarios } from './verify-scenarios.js';

/** One process's database with its stores. */
class Place {
  readonly ledger: PostgresLedgerStore;
  readonly scenarios: PostgresScenarioStore;

  constructor(readonly database: TestDatabase) {
    this.ledger = new PostgresLedgerStore(database.pool(), contractEventTypes);
    this.scenarios = new PostgresScenarioStore(database.pool());
  }

  backup(kept: KeptBeside = scenariosBeside(this.database.pool())): Promise<Buffer> {
    return backupOf(this.ledger, kept);
  }

  restore(bytes: Buffer) {
    return restoreLedger(this.database.ownerPool(), Readable.from([bytes]), scenariosRestored());
  }
}

/** Sealed with as many values beside the ledgers as there are. */
function sealed(lines: readonly string[]): Buffer {
  const beside = lines.filter((line) => line.startsWith('{"beside":"')).length;
  return sealedLines(lines, { beside });
}

describe('scenarios in a backup', () => {
  let source: Place;
  let target: Place;
  const drafts = [organisationDraft(), organisationDraft()] as const;
  const [north, south] = [drafts[0].id, drafts[1].id];
  const [plan, other, adopted] = [newScenario(), newScenario(), newScenario()];
  const said = terms({ idempotencyKey: 'Å \u2028 "\\"', actor: 'å "b"' });

  const adopt = async (id: ScenarioId, after: number) => {
    const key = adoptionKey(id);
    const data = { command: key, shift: 'P1M' };
    const recording = command({
      idempotencyKey: key,
      commandType: 'AdoptScenario',
      events: [event(), event()],
    });
    const adoption = source.scenarios.adoption(north, id, after, data, terms());
    expect(await source.ledger.append(north, [recording], adoption)).toMatchObject({ outcome: 'appended' });
  };

  beforeAll(async () => {
    source = new Place(await testDatabase());
    for (const draft of drafts) await source.ledger.register(draft);
    const { scenarios } = source;
    await scenarios.append(north, plan, 0, [created('Å \u2028 "\\" \n', renaming('A'))], terms());
    await scenarios.append(north, plan, 1, [simulated('B'), simulated('C'), renamed('D')], said);
    await scenarios.append(north, plan, 4, [{ type: 'StepUndone', data: {} }], terms());
    await scenarios.append(north, adopted, 0, [created('Antas'), simulated('E')], terms());
    await scenarios.append(south, other, 0, [created('Söder')], terms());
    await adopt(adopted, 2);
  });
  beforeEach(async () => {
    target = new Place(await testDatabase());
  });
  afterEach(() => target.database.close());
  afterAll(() => source.database.close());

  it('come back as they were, with what is large of them, their times and their keys', async () => {
    const counts = await target.restore(await source.backup());
    expect(counts).toEqual({ organisations: 2, events: 4, commands: 3, beside: 6 });
    for (const organisation of [north, south]) {
      const listed = await source.scenarios.list(organisation);
      expect(await target.scenarios.list(organisation)).toEqual(listed);
      for (const { id } of listed)
        expect(await target.scenarios.read(organisation, id, 0)).toEqual(
          await source.scenarios.read(organisation, id, 0),
        );
    }
    expect(await target.scenarios.findCommand(north, said.idempotencyKey)).toEqual(
      await source.scenarios.findCommand(north, said.idempotencyKey),
    );
    expect(await verifyScenarios(target.database.pool(), north)).toEqual({ ok: true, scenarios: 2 });
  });

  it('are gone on with after a restore, and retries are known', async () => {
    await target.restore(await source.backup());
    const again = await target.scenarios.append(north, plan, 1, [simulated('B')], said);
    expect(again).toEqual({ outcome: 'duplicate', scenario: plan, version: 4, mismatch: false });
    const next = await target.scenarios.append(north, plan, 5, [renamed('F')], terms());
    expect(next).toMatchObject({ outcome: 'appended', version: 6 });
  });

  it('are held as they were at the ledger’s position, though they are changed and adopted meanwhile', async () => {
    const late = newScenario();
    await source.scenarios.append(north, late, 0, [created('Sent'), simulated('G')], terms());
    const kept = scenariosBeside(source.database.pool());
    const bytes = await source.backup({
      ...kept,
      asOfNow: async (organisation) => {
        const now = await kept.asOfNow(organisation);
        if (organisation === north) {
          await source.scenarios.append(north, plan, 5, [renamed('Sent')], terms());
          await adopt(late, 2);
        }
        return now;
      },
    });

    await target.restore(bytes);

    const held = await target.scenarios.read(north, late, 0);
    expect(held.events.map(({ type }) => type)).toEqual(['ScenarioCreated', 'ChangesSimulated']);
    expect((await target.scenarios.read(north, plan, 0)).events).toHaveLength(5);
    expect(await target.ledger.head(north)).toMatchObject({ position: 3 });
    expect(await target.restore(await source.backup()).catch((error: unknown) => error)).toMatchObject({
      code: 'RESTORE_REFUSED',
    });
  });

  it('are in no backup of version 1, which is taken in', async () => {
    const [header, ...rest] = linesOf(await source.backup());
    const old = rest
      .filter((line) => !line.startsWith('{"beside":"'))
      .map((line) => line.replace('{"beside":6,', '{'));
    await target.restore(sealed([header!.replace('"version":2', '"version":1'), ...old]));
    expect(await target.scenarios.list(north)).toEqual([]);
    expect(await target.ledger.head(north)).toEqual(await source.ledger.head(north));
  });

  describe('are refused, with all the rest,', () => {
    const edit = (lines: string[], is: RegExp, from: string | RegExp, to: string) => {
      const place = lines.findIndex((line) => line.startsWith('{"beside":"') && is.test(line));
      const line = lines[place]!.replace(from, to);
      expect(line).not.toBe(lines[place]);
      return lines.with(place, line);
    };
    const without = (lines: string[], is: RegExp) => lines.filter((line) => !is.test(line));
    const spoiled: Record<string, (lines: string[]) => Buffer> = {
      'if a name is another': (lines) => gzipSync(`${edit(lines, /StepUndone/, 'anna', 'eva').join('\n')}\n`),
      'if a command is left out': (lines) => sealed(without(lines, /^\{"beside"[^]*"StepUndone"/)),
      'if the middle is left out': (lines) => sealed(without(lines, /^\{"beside"[^]*"name":"D"/)),
      'if an adoption is left out': (lines) => sealed(without(lines, /^\{"beside"[^]*"ScenarioAdopted"/)),
      'if an adoption says other positions': (lines) =>
        sealed(edit(lines, /ScenarioAdopted/, /"first":\s*\d/, '"first":1')),
      'if a step is left out': (lines) =>
        sealed(edit(lines, /"Antas"/, /"content":\[\{.*\}\]\}\]/, '"content":null}]')),
      'if a version is another': (lines) => sealed(edit(lines, /StepUndone/, '"version":5', '"version":6')),
      'if a time is another': (lines) =>
        sealed(edit(lines, /StepUndone/, /"recordedAt":"20/, '"recordedAt":"19')),
      'if a time is none': (lines) =>
        sealed(edit(lines, /StepUndone/, /"recordedAt":"20/, '"recordedAt":"x')),
      'if a key is there twice': (lines) =>
        sealed(edit(lines, /StepUndone/, /"key":"[^"]*"/, `"key":${JSON.stringify(said.idempotencyKey)}`)),
      'if a command has no events': (lines) =>
        sealed(edit(lines, /StepUndone/, /"events":\[.*\]/, '"events":[]')),
      'if an event is none': (lines) =>
        sealed(edit(lines, /StepUndone/, /"events":\[.*\]/, '"events":[null]')),
      'if a scenario is based on what there is not': (lines) =>
        sealed(edit(lines, /Söder/, /"base":\s*1/, '"base":2')),
      'if a base is no number': (lines) => sealed(edit(lines, /Söder/, /"base":\s*1/, '"base":"x"')),
      'if a scenario is in two organisations': (lines) =>
        sealed(edit(lines, /Söder/, /"scenario":"[^"]*"/, `"scenario":"${plan}"`)),
    };

    it.each(Object.keys(spoiled))('%s', async (kind) => {
      const bytes = spoiled[kind]!(first);
      await expect(target.restore(bytes)).rejects.toMatchObject({ code: 'RESTORE_REFUSED' });
      expect(await target.ledger.organisations()).toEqual([]);
      expect(await target.scenarios.organisationOf(plan)).toBeNull();
    });

    let first: string[];
    beforeAll(async () => {
      first = linesOf(await source.backup());
    });
  });
});
