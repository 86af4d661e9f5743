import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { INestApplicationContext } from '@nestjs/common';
import { chronicleEventTypes, InMemoryLedgerStore } from '#ledger';
import { InMemoryScenarioStore } from '#scenarios';
import { parseDraft, type Draft } from '#structure';
import {
  ChronicleModule,
  EstablishUnit,
  MergeUnits,
  ReadChart,
  ReadOrganisation,
  RecordChanges,
  RegisterOrganisation,
  RenameUnit,
  type RecordingOutcome,
} from './index.js';

function draft(json: Record<string, unknown>): Draft {
  const parsed = parseDraft(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.rejections));
  return parsed.draft;
}

const terms = { actor: 'registrar' };
const establish = (key: string, parent: string | null = null, on = '2020-01-01') =>
  draft({ kind: 'establish', on, unit: { key, name: key.toUpperCase(), type: 'enhet', parent } });

describe('the chronicle', () => {
  let app: INestApplicationContext;
  let commands: CommandBus;
  let queries: QueryBus;
  const ledger = new InMemoryLedgerStore(chronicleEventTypes);

  beforeAll(async () => {
    app = await NestFactory.createApplicationContext(
      ChronicleModule.over({ ledger, scenarios: new InMemoryScenarioStore() }, () => ({})),
      { logger: false },
    );
    commands = app.get(CommandBus);
    queries = app.get(QueryBus);
    await commands.execute(new RegisterOrganisation('test', 'Test', terms));
  });
  afterAll(() => app.close());

  const names = async (at: string, knownAt?: string) => {
    const reading = await queries.execute(new ReadOrganisation('test', { at, knownAt }));
    const boxes = await queries.execute(new ReadChart(reading));
    return boxes.map((box) => `${'  '.repeat(box.depth)}${box.name}`);
  };

  test('records what is established, renamed and merged, and answers for any date', async () => {
    await commands.execute(new EstablishUnit('test', [establish('a')], terms));
    await commands.execute(new RecordChanges('test', [establish('b', 'a'), establish('c', 'a')], terms));
    await commands.execute(
      new RenameUnit('test', [draft({ kind: 'rename', on: '2021-01-01', unit: 'b', name: 'Bö' })], terms),
    );
    const merged = await commands.execute(
      new MergeUnits(
        'test',
        [
          draft({
            kind: 'merge',
            on: '2022-01-01',
            units: ['b', 'c'],
            into: { key: 'd', name: 'D', type: 'enhet', parent: 'a' },
          }),
        ],
        terms,
      ),
    );
    expect(merged).toMatchObject({
      outcome: 'recorded',
      position: 6,
      changes: [{ sentence: { sv: 'Bö och C gick samman till D', en: 'Bö and C merged into D' } }],
    });
    expect(await names('2019-12-31')).toEqual([]);
    expect(await names('2020-12-31')).toEqual(['A', '  B', '  C']);
    expect(await names('2021-12-31')).toEqual(['A', '  Bö', '  C']);
    expect(await names('2022-01-01')).toEqual(['A', '  D']);
  });

  test('gives the first answer again for a repeated idempotency key', async () => {
    const once = { ...terms, idempotencyKey: 'k1' };
    const record = () => commands.execute(new EstablishUnit('test', [establish('e', 'a')], once));
    const first = await record();
    const second = await record();
    expect(first).toMatchObject({ outcome: 'recorded' });
    expect(second).toMatchObject({ outcome: 'repeated', position: (first as { position: number }).position });
    const other = await commands.execute(new EstablishUnit('test', [establish('f', 'a')], once));
    expect(other).toMatchObject({ outcome: 'refused', refusals: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] });
  });

  test('records many at once, all or each on its own', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        commands.execute(new EstablishUnit('test', [establish(`n${i}`, 'a')], terms)),
      ),
    );
    const positions = outcomes.map(
      (outcome: RecordingOutcome) => outcome.outcome === 'recorded' && outcome.position,
    );
    expect(new Set(positions).size).toBe(50);
    expect(outcomes.every(({ outcome }) => outcome === 'recorded')).toBe(true);
    const refused = await commands.execute(
      new RecordChanges('test', [establish('ok', 'a'), establish('bad', 'nowhere')], terms),
    );
    expect(refused).toMatchObject({
      outcome: 'refused',
      refusals: [{ code: 'UNKNOWN_UNIT', index: 1, field: 'unit.parent' }],
    });
    expect((await names('2020-12-31')).some((name) => name.includes('OK'))).toBe(false);
  });

  test('records nothing of what is only validated, and refuses a stale position', async () => {
    const before = await ledger.head((await ledger.findOrganisation({ slug: 'test' }))!.id);
    const valid = await commands.execute(
      new EstablishUnit('test', [establish('v', 'a')], { ...terms, validateOnly: true }),
    );
    expect(valid).toMatchObject({
      outcome: 'valid',
      changes: [{ sentence: { sv: 'V inrättades under A' } }],
    });
    const stale = await commands.execute(
      new EstablishUnit('test', [establish('v', 'a')], { ...terms, expectedPosition: 1 as never }),
    );
    expect(stale).toMatchObject({ outcome: 'refused', refusals: [{ code: 'STALE_POSITION' }] });
    expect(await ledger.head((await ledger.findOrganisation({ slug: 'test' }))!.id)).toEqual(before);
  });

  test('says what came before a set that expects a position, and stores what came', async () => {
    const { id } = (await ledger.findOrganisation({ slug: 'test' }))!;
    const { position } = (await ledger.head(id))!;
    const [first, second] = await Promise.all([
      commands.execute(new EstablishUnit('test', [establish('g', 'a')], terms)),
      commands.execute(
        new EstablishUnit('test', [establish('h', 'a')], { ...terms, expectedPosition: position }),
      ),
    ]);
    expect(first).toMatchObject({ outcome: 'recorded', position: position + 1 });
    expect(second).toMatchObject({
      outcome: 'refused',
      refusals: [
        { code: 'STALE_POSITION', message: { en: expect.stringContaining(`position ${position + 1}.`) } },
      ],
    });
  });
});
