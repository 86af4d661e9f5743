import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { standingOf, todoOf, type StandingReport } from '#governance';
import { chronicleEventTypes, InMemoryLedgerStore } from '#ledger';
import { InMemoryScenarioStore } from '#scenarios';
import { changesBetween } from '#structure';
import {
  ChronicleModule,
  FindUnit,
  parseAnyDraft,
  ReadChart,
  ReadHistory,
  ReadOrganisation,
  recordWords,
  RecordChanges,
  RegisterOrganisation,
  type RecordingOutcome,
  type Standing,
} from './index.js';

const terms = { actor: 'registrar' };

/** A region with an assembly, two boards, and what each board answers for. */
const REGION = [
  unit('rf', 'Regionfullmäktige', 'fullmaktige', null),
  unit('rs', 'Regionstyrelsen', 'styrelse', 'rf'),
  unit('dn', 'Driftnämnden', 'namnd', 'rf'),
  unit('kontoret', 'Regionkontoret', 'forvaltning', 'rs'),
  unit('service', 'Regionservice', 'forvaltning', 'dn'),
  unit('it', 'IT', 'avdelning', 'service'),
  unit('tele', 'Teleservice', 'avdelning', 'it'),
];

const MATTER = { kind: 'matter', id: 'm', number: 'RS1', title: 'IT' };
const PROPOSAL = decision('p', 'rs', 'proposes', { to: 'rf', on: '2021-02-01' });
const TRANSFER = {
  kind: 'transfer',
  id: 'flytt',
  on: '2021-09-01',
  unit: 'it',
  to: 'kontoret',
  except: ['tele'],
  basis: { matter: 'RS1', decision: 'p' },
};
const ASSENT = decision('d', 'rf', 'decides', { answers: ['p'], on: '2021-04-01' });

function unit(key: string, name: string, type: string, parent: string | null) {
  return { kind: 'establish', on: '2015-01-01', unit: { key, name, type, parent } };
}

function without(line: object, field: string): object {
  return Object.fromEntries(Object.entries(line).filter(([name]) => name !== field));
}

function decision(id: string, body: string, act: string, more: object = {}) {
  return { kind: 'decision', id, matter: 'RS1', body, act, ...more };
}

describe('changes that rest on decisions', () => {
  let app: INestApplicationContext;
  let commands: CommandBus;
  let queries: QueryBus;

  beforeEach(async () => {
    const ledger = new InMemoryLedgerStore(chronicleEventTypes);
    app = await NestFactory.createApplicationContext(
      ChronicleModule.over({ ledger, scenarios: new InMemoryScenarioStore() }, () => ({})),
      { logger: false },
    );
    commands = app.get(CommandBus);
    queries = app.get(QueryBus);
    await commands.execute(new RegisterOrganisation('test', 'Test', terms));
    await record(...REGION);
  });
  afterEach(() => app.close());

  const attempt = (...lines: object[]): Promise<RecordingOutcome> => {
    const drafts = lines.map((line) => {
      const parsed = parseAnyDraft(line as Record<string, unknown>);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.rejections));
      return parsed.draft;
    });
    return commands.execute(new RecordChanges('test', drafts, terms));
  };
  const record = async (...lines: object[]) => {
    const outcome = await attempt(...lines);
    if (outcome.outcome !== 'recorded') throw new Error(JSON.stringify(outcome));
    return outcome;
  };
  const reading = (at: string, standing?: Standing, knownAt?: string) =>
    queries.execute(new ReadOrganisation('test', { at, standing, knownAt }));
  const parentOf = async (key: string, at: string, standing?: Standing, knownAt?: string) => {
    const boxes = await queries.execute(new ReadChart(await reading(at, standing, knownAt)));
    return boxes.find((box) => box.code('import') === key)?.parentCode('import');
  };
  const standing = async (change = 'flytt', at = '2021-06-01'): Promise<StandingReport> => {
    const { base, evidence, at: day, ledgerPosition } = await reading(at);
    return standingOf(base, evidence, base.changesByName.get(change)!, day, ledgerPosition)!;
  };

  test('a proposal changes nothing in force, and shows where it is asked for', async () => {
    await record(MATTER, PROPOSAL, TRANSFER);
    expect(await parentOf('it', '2022-01-01')).toBe('service');
    expect(await parentOf('it', '2022-01-01', 'CONDITIONAL')).toBe('service');
    expect(await parentOf('it', '2022-01-01', 'PROPOSED')).toBe('kontoret');
    expect(await parentOf('tele', '2022-01-01', 'PROPOSED')).toBe('service');
    expect((await standing()).standing).toBe('proposed');
  });

  test('the history with a proposal included says who recorded it, and when', async () => {
    await record(MATTER, PROPOSAL, TRANSFER);
    const asked = await reading('2022-01-01', 'PROPOSED');
    const unit = (await queries.execute(new FindUnit(asked, 'it')))!;
    const moves = (await queries.execute(new ReadHistory(asked, unit))).filter(
      ({ field }) => field === 'parent:line',
    );
    expect(moves.map(({ valueName, recorded }) => [valueName, recorded.actor, recorded.recording])).toEqual([
      ['Regionservice', 'registrar', 'recorded'],
      ['Regionkontoret', 'registrar', 'enacted'],
    ]);
    expect(moves[1]!.recorded.knownAt).toBe(asked.recordedAt);
  });

  test('what is proposed is told as something that is to happen, and once it is decided as what happened', async () => {
    const told = async () => {
      const { base, ledgerPosition: position } = await reading('2022-01-01');
      return changesBetween(base, { position, includePending: true, kind: 'transfer' })[0]!.sentence;
    };
    const proposed = await record(MATTER, PROPOSAL, TRANSFER);
    expect(await told()).toEqual({
      sv: 'IT, utom Teleservice, överförs från Regionservice till Regionkontoret',
      en: 'IT, except Teleservice, is to be transferred from Regionservice to Regionkontoret',
    });
    expect(proposed.changes[0]?.sentence).toEqual(await told());
    const { timeline, position } = await reading('2022-01-01', 'PROPOSED');
    const shown = changesBetween(timeline, { position, kind: 'transfer' })[0]!;
    expect(shown.sentence).toEqual(await told());
    await record(ASSENT);
    expect((await told()).sv).toBe('IT, utom Teleservice, överfördes från Regionservice till Regionkontoret');
  });

  test('what moves between boards takes the assembly; the board’s own decision is not enough', async () => {
    await record(MATTER, PROPOSAL, TRANSFER, decision('rs-nej', 'rs', 'decides', { answers: ['p'] }));
    const report = await standing();
    expect(report.standing).toBe('proposed');
    expect(report.needed.scope).toBe('acrossBoards');
    expect(report.needed.boards.map(({ id }) => id)).toHaveLength(2);
    expect(await parentOf('it', '2022-01-01')).toBe('service');
  });

  test('the assembly’s decision brings it into force; what was known before stays as it was', async () => {
    await record(MATTER, PROPOSAL, TRANSFER);
    const before = (await reading('2022-01-01')).recordedAt;
    const outcome = await record(ASSENT);
    expect(outcome).toMatchObject({ changes: [{ recording: 'enacted' }] });
    expect(await parentOf('it', '2022-01-01')).toBe('kontoret');
    expect(await parentOf('tele', '2022-01-01')).toBe('service');
    expect(await parentOf('it', '2022-01-01', 'IN_FORCE', before)).toBe('service');
    expect((await standing('flytt', '2021-06-01')).standing).toBe('scheduled');
    expect((await standing('flytt', '2021-09-01')).standing).toBe('inForce');
  });

  test('an open condition holds it back, a met one lets it through, a failed one ends it', async () => {
    const condition = { kind: 'condition', id: 'c', decision: 'p', text: 'Fackliga förhandlingar' };
    await record(MATTER, PROPOSAL, condition, TRANSFER);
    await record(ASSENT);
    expect((await standing()).standing).toBe('conditional');
    expect(await parentOf('it', '2022-01-01')).toBe('service');
    expect(await parentOf('it', '2022-01-01', 'CONDITIONAL')).toBe('kontoret');
    await record({ kind: 'conditionMet', id: 'met', condition: 'c' });
    expect(await parentOf('it', '2022-01-01')).toBe('kontoret');
    await record({ kind: 'cancel', change: 'met', reason: 'Fel ärende' });
    expect(await parentOf('it', '2022-01-01')).toBe('service');
    expect((await standing()).standing).toBe('conditional');
    await record({ kind: 'conditionFailed', condition: 'c' });
    expect((await standing()).standing).toBe('lapsed');
    for (const asked of ['IN_FORCE', 'CONDITIONAL', 'PROPOSED'] as const) {
      expect(await parentOf('it', '2022-01-01', asked)).toBe('service');
    }
  });

  test('a decision that was recorded wrongly is withdrawn: the change is out of the chart again', async () => {
    await record(MATTER, PROPOSAL, TRANSFER);
    await record(ASSENT);
    const outcome = await record({
      kind: 'cancel',
      change: 'd',
      reason: 'Protokollet gällde ett annat ärende',
    });
    expect(outcome).toMatchObject({
      records: [{ recording: 'withdrawn' }],
      changes: [{ recording: 'suspended' }],
    });
    expect(await parentOf('it', '2022-01-01')).toBe('service');
    expect((await standing()).standing).toBe('proposed');
    await record({ ...ASSENT, id: 'd2' });
    expect(await parentOf('it', '2022-01-01')).toBe('kontoret');
  });

  test('a correction says anew what its change rests on: a wrong basis is taken back', async () => {
    await record(MATTER, PROPOSAL, decision('fel', 'rf', 'decides'), {
      ...TRANSFER,
      basis: { decision: 'fel' },
    });
    expect((await standing('flytt', '2022-01-01')).standing).toBe('inForce');
    const before = (await reading('2022-01-01')).recordedAt;
    const { id: _, ...corrected } = TRANSFER;
    const outcome = await record({
      kind: 'correct',
      change: 'flytt',
      with: without(corrected, 'basis'),
      basis: { decision: 'p' },
      reason: 'Beslutet gällde något annat',
    });
    expect(outcome.changes.map(({ recording }) => recording)).toEqual(['corrected', 'suspended']);
    expect((await standing()).standing).toBe('proposed');
    expect(await parentOf('it', '2022-01-01')).toBe('service');
    expect(await parentOf('it', '2022-01-01', 'IN_FORCE', before)).toBe('kontoret');
    await record({
      kind: 'correct',
      change: 'flytt',
      with: without(corrected, 'basis'),
      reason: 'Samma grund som förut',
    });
    expect((await standing()).decisions.map(({ externalId }) => externalId)).toEqual(['p']);
  });

  test('a decision that a court set aside takes its change back for good', async () => {
    await record(MATTER, PROPOSAL, TRANSFER);
    await record(ASSENT);
    await record({ kind: 'appeal', decision: 'd', outcome: 'annulled' });
    expect((await standing()).standing).toBe('annulled');
    expect(await parentOf('it', '2022-01-01')).toBe('service');
    expect(await parentOf('it', '2022-01-01', 'PROPOSED')).toBe('service');
  });

  test('two rival proposals both stand; of both the first fits', async () => {
    await record(MATTER, PROPOSAL, TRANSFER);
    await record(
      { kind: 'matter', id: 'm2', number: 'RS2', title: 'IT bort' },
      { ...decision('p2', 'rs', 'proposes'), matter: 'RS2' },
      {
        kind: 'dissolve',
        id: 'bort',
        on: '2021-08-01',
        unit: 'it',
        successors: 'none',
        basis: { decision: 'p2' },
      },
      { kind: 'transfer', on: '2021-08-01', unit: 'tele', to: 'service', basis: { decision: 'p2' } },
    );
    const proposed = await reading('2022-01-01', 'PROPOSED');
    expect(proposed.leftOut).toHaveLength(1);
    expect(proposed.leftOut[0]!.rejections[0]!.code).toBe('NOT_IN_FORCE');
  });

  test('a decision is recorded even if the structure no longer allows it: the change is blocked', async () => {
    await record(MATTER, PROPOSAL, TRANSFER);
    await record({ kind: 'dissolve', on: '2021-05-01', unit: 'kontoret', successors: 'none' });
    const outcome = await record(ASSENT);
    expect(outcome).toMatchObject({ records: [{ kind: 'decision' }], changes: [{ recording: 'blocked' }] });
    const report = await standing();
    expect(report.standing).toBe('decided');
    expect(report.blocked?.reasons[0]?.code).toBe('PARENT_NOT_IN_FORCE');
    const { base, evidence, at, ledgerPosition, register } = await reading('2022-01-01');
    const todo = todoOf(
      { timeline: base, evidence, at, position: ledgerPosition },
      recordWords(register, base, ledgerPosition),
    );
    expect(todo.map(({ kind }) => kind)).toContain('blocked');
    const { id: _, basis: __, ...corrected } = { ...TRANSFER, to: 'rs' };
    const mended = await record({
      kind: 'correct',
      change: 'flytt',
      with: corrected,
      reason: 'Kontoret är nedlagt',
    });
    expect(mended.changes.map(({ recording }) => recording)).toEqual(['corrected', 'enacted']);
    expect(await parentOf('it', '2022-01-01')).toBe('rs');
  });

  test('an anticipated change is shown as pending and never takes effect, until it is known what it is', async () => {
    const anticipated = {
      kind: 'anticipate',
      id: 'ihop',
      units: ['it', 'tele'],
      what: 'Två blir en',
      unknown: ['name', 'date'],
      basis: { decision: 'p' },
    };
    await record(MATTER, decision('p', 'rf', 'decides'), anticipated);
    expect((await standing('ihop')).standing).toBe('decided');
    const { base, ledgerPosition } = await reading('2021-06-01');
    const shown = (includePending: boolean) =>
      changesBetween(base, { position: ledgerPosition, includePending }).map(({ kind }) => kind);
    expect(shown(true)).toContain('anticipate');
    expect(shown(false)).not.toContain('anticipate');
    const marked = async (asked?: Standing) =>
      (await queries.execute(new ReadChart(await reading('2021-06-01', asked))))
        .filter(({ indeterminate }) => indeterminate)
        .map(({ name }) => name);
    expect(await marked('CONDITIONAL')).toEqual(['IT', 'Teleservice']);
    expect(await marked()).toEqual([]);
    await record({
      kind: 'correct',
      change: 'ihop',
      with: { kind: 'absorb', on: '2021-07-01', units: ['tele'], into: 'it', name: 'IT och tele' },
      reason: 'Nu är det bestämt',
    });
    expect(await parentOf('tele', '2021-08-01')).toBeUndefined();
  });

  test('an anticipated change without a decision is asserted once its form is known, and stays so', async () => {
    const anticipated = { kind: 'anticipate', id: 'ihop', units: ['it', 'tele'], what: 'Två blir en' };
    await record(anticipated);
    const merged = { kind: 'absorb', on: '2021-07-01', units: ['tele'], into: 'it' };
    await record({ kind: 'correct', change: 'ihop', with: merged, reason: 'Nu är formen känd' });
    expect((await standing('ihop', '2021-08-01')).standing).toBe('asserted');
    await record(MATTER, PROPOSAL);
    expect(await parentOf('tele', '2021-08-01')).toBeUndefined();
  });

  test('what came into force and turns out to be open is decided, and no longer in force', async () => {
    await record(MATTER, PROPOSAL, TRANSFER, ASSENT);
    const open = { kind: 'anticipate', units: ['it'], what: 'IT flyttas', unknown: ['form'] };
    await record({ kind: 'correct', change: 'flytt', with: open, reason: 'Formen är öppen' });
    expect(await parentOf('it', '2022-01-01')).toBe('service');
    expect((await standing('flytt', '2022-01-01')).standing).toBe('decided');
  });

  test('a unit that only a pending change begins is called by the name that it is to have', async () => {
    const nytt = { key: 'nytt', name: 'Ny avdelning', type: 'avdelning', parent: 'service' };
    const basis = { decision: 'p' };
    await record(MATTER, PROPOSAL);
    await record({ kind: 'establish', id: 'ny', on: '2022-01-01', unit: nytt, basis });
    await record({ kind: 'transfer', id: 'dit', on: '2022-02-01', unit: 'tele', to: 'nytt', basis });
    const { base, ledgerPosition: position } = await reading('2021-06-01');
    const sentences = changesBetween(base, { position, includePending: true }).map(
      ({ sentence }) => sentence.en,
    );
    expect(sentences).toContain('Teleservice is to be transferred from IT to Ny avdelning');
    await record({ kind: 'cancel', change: 'ny', reason: 'Blir inte av' });
    await record(decision('d', 'dn', 'decides', { answers: ['p'], on: '2021-04-01' }));
    const [reason] = (await standing('dit')).blocked!.reasons;
    expect(reason?.message.en).toContain('"Teleservice" stands under "Ny avdelning"');
  });

  test('a change whose basis names nothing that is recorded is asserted, and in force', async () => {
    await record({ ...TRANSFER, id: 'sagd', basis: { matter: 'RS9', decision: 'okänd' } });
    expect(await parentOf('it', '2022-01-01')).toBe('kontoret');
    expect((await standing('sagd', '2022-01-01')).standing).toBe('asserted');
  });

  test('a decision and what it decides can be one change set, in force at once', async () => {
    await record(MATTER, decision('p', 'rf', 'decides'), TRANSFER);
    expect(await parentOf('it', '2022-01-01')).toBe('kontoret');
    expect((await standing('flytt', '2022-01-01')).standing).toBe('inForce');
  });
});
