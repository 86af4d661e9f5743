import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parseAnyDraft, RecordChanges, type RecordingOutcome } from '#chronicle';
import type { Organisation } from '#ledger';
import { Application } from '../../../test/crash/application.js';
import { testDatabase, type TestDatabase } from '../../../test/harness/database.js';
import { rebuild } from './rebuild.js';
import { verifyReadModel } from './verify-read-model.js';

const unit = (key: string, type: string, parent: string | null) => ({
  kind: 'establish',
  on: '2015-01-01',
  unit: { key, name: key, type, parent },
});
const matter = (number: string) => ({ kind: 'matter', id: number, number, title: number });
const decision = (id: string, number: string, body: string, act: string, more: object = {}) => ({
  ...{ kind: 'decision', id, matter: number, body, act },
  ...more,
});
const transfer = (number: string, key: string, to: string) => ({
  kind: 'transfer',
  id: `flytt-${number}`,
  on: '2021-09-01',
  unit: key,
  to,
  basis: { matter: number, decision: `p-${number}` },
});
const proposal = (number: string) => decision(`p-${number}`, number, 'rs', 'proposes', { to: 'rf' });
const assent = (number: string) =>
  decision(`d-${number}`, number, 'rf', 'decides', { answers: [`p-${number}`] });

describe('Changes that rest on decisions, in the read model', () => {
  let database: TestDatabase;
  let applications: Application[];
  let organisation: Organisation;
  beforeEach(async () => {
    database = await testDatabase();
    applications = [await Application.over(database.pool()), await Application.over(database.pool())];
    organisation = await applications[0]!.register('region');
    await record(
      ...[unit('rf', 'fullmaktige', null), unit('rs', 'styrelse', 'rf'), unit('dn', 'namnd', 'rf')],
      ...[unit('kontoret', 'forvaltning', 'rs'), unit('service', 'forvaltning', 'dn')],
      ...Array.from({ length: 12 }, (_, i) => unit(`e${i}`, 'avdelning', 'service')),
    );
  });
  afterEach(async () => {
    for (const application of applications) await application.close();
    await database.close();
  });

  async function recordBy(application: Application, lines: object[]): Promise<RecordingOutcome> {
    const drafts = lines.map((line) => {
      const parsed = parseAnyDraft(line as Record<string, unknown>);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.rejections));
      return parsed.draft;
    });
    const outcome = await application.commands.execute(
      new RecordChanges(organisation.slug, drafts, { actor: 'registrar', confirmed: 'all' }),
    );
    if (outcome.outcome !== 'recorded') throw new Error(JSON.stringify(outcome));
    return outcome;
  }
  const record = (...lines: object[]) => recordBy(applications[0]!, lines);

  async function parentOf(key: string): Promise<string | undefined> {
    const { rows } = await database.pool().query<{ parent: string }>(
      `select p.name as parent from ledger.head h
       cross join lateral read_model.organisation_at(h.organisation_id, '2022-01-01', h.position) u
       join lateral read_model.organisation_at(h.organisation_id, '2022-01-01', h.position) p on p.unit_id = u.parent
       where h.organisation_id = $1 and u.name = $2`,
      [organisation.id, key],
    );
    return rows[0]?.parent;
  }

  const verified = async () => (await verifyReadModel(database, organisation.id)).ok;

  it('apply once they are decided, and no longer when that is withdrawn or annulled', async () => {
    await record(matter('1'), proposal('1'), transfer('1', 'e1', 'kontoret'));
    expect(await parentOf('e1')).toBe('service');
    await record(assent('1'));
    expect(await parentOf('e1')).toBe('kontoret');
    await record({ kind: 'cancel', change: 'd-1', reason: 'Gällde ett annat ärende' });
    expect(await parentOf('e1')).toBe('service');
    await record({ ...assent('1'), id: 'again' });
    expect(await parentOf('e1')).toBe('kontoret');
    await record({ kind: 'appeal', decision: 'again', outcome: 'annulled' });
    expect(await parentOf('e1')).toBe('service');
    expect(await verified()).toBe(true);
    await rebuild(database);
    expect(await parentOf('e1')).toBe('service');
    expect(await verified()).toBe(true);
  });

  it('apply again when an annulment turns out to be none', async () => {
    await record(matter('1'), proposal('1'), assent('1'), transfer('1', 'e1', 'kontoret'));
    await record({ kind: 'appeal', id: 'dom', decision: 'd-1', outcome: 'annulled' });
    expect(await parentOf('e1')).toBe('service');
    await record({ kind: 'cancel', change: 'dom', reason: 'Gällde ett annat beslut' });
    expect(await parentOf('e1')).toBe('kontoret');
    expect(await verified()).toBe(true);
    await rebuild(database);
    expect(await parentOf('e1')).toBe('kontoret');
    expect(await verified()).toBe(true);
  });

  it('are what the events say when two processes record and decide at the same time', async () => {
    const matters = Array.from({ length: 12 }, (_, i) => String(i));
    const propose = (i: number) => [matter(`${i}`), proposal(`${i}`), transfer(`${i}`, `e${i}`, 'kontoret')];
    await Promise.all(matters.map((_, i) => recordBy(applications[i % 2]!, propose(i))));
    await Promise.all(matters.map((number, i) => recordBy(applications[(i >> 1) % 2]!, [assent(number)])));
    expect(await Promise.all(matters.map((_, i) => parentOf(`e${i}`)))).toEqual(
      matters.map(() => 'kontoret'),
    );
    await Promise.all(
      matters.map((number, i) => {
        const lines = [
          { kind: 'cancel', change: `d-${number}`, reason: 'Fel' },
          { kind: 'appeal', decision: `d-${number}`, outcome: 'annulled' },
          { ...matter(`${number}-ny`), id: `${number}-ny` },
        ];
        return recordBy(applications[i % 2]!, [lines[i % 3]!]);
      }),
    );
    expect(await Promise.all(matters.map((_, i) => parentOf(`e${i}`)))).toEqual(
      matters.map((_, i) => (i % 3 === 2 ? 'kontoret' : 'service')),
    );
    expect(await verified()).toBe(true);
  });
});
