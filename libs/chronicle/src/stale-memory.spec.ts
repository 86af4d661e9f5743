import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { standingOf } from '#governance';
import { chronicleEventTypes, InMemoryLedgerStore } from '#ledger';
import { InMemoryScenarioStore } from '#scenarios';
import {
  ChronicleModule,
  parseAnyDraft,
  ReadOrganisation,
  RecordChanges,
  RegisterOrganisation,
} from './index.js';

const terms = { actor: 'registrar' };
const unit = (key: string, type: string, parent: string | null) => ({
  kind: 'establish',
  on: '2015-01-01',
  unit: { key, name: key, type, parent },
});
const decision = (id: string, body: string, act: string, more: object = {}) => ({
  kind: 'decision',
  id,
  matter: 'RS1',
  body,
  act,
  ...more,
});
const ASSENT = decision('d', 'rf', 'decides', { answers: ['p'] });
const TRANSFER = {
  kind: 'transfer',
  id: 'flytt',
  on: '2021-01-01',
  unit: 'it',
  to: 'dn',
  basis: { decision: 'p' },
};
const ANTICIPATED = {
  kind: 'anticipate',
  id: 'flytt',
  units: ['it'],
  what: 'IT flyttas',
  basis: { decision: 'p' },
};

/** Two processes over one ledger; what one records, the other learns when it next needs to. */
describe('what one process records of what another does not know yet', () => {
  let apps: INestApplicationContext[];
  beforeEach(async () => {
    const ledger = new InMemoryLedgerStore(chronicleEventTypes);
    const open = () =>
      NestFactory.createApplicationContext(
        ChronicleModule.over({ ledger, scenarios: new InMemoryScenarioStore() }, () => ({})),
        { logger: false },
      );
    apps = [await open(), await open()];
    await apps[0]!.get(CommandBus).execute(new RegisterOrganisation('test', 'Test', terms));
    await record(0, unit('rf', 'fullmaktige', null), unit('rs', 'styrelse', 'rf'), unit('dn', 'namnd', 'rf'));
    await record(0, unit('it', 'avdelning', 'rs'));
    await record(0, { kind: 'matter', number: 'RS1', title: 'IT' }, decision('p', 'rs', 'proposes'));
  });
  afterEach(() => Promise.all(apps.map((app) => app.close())));

  const record = async (process: 0 | 1, ...lines: object[]) => {
    const drafts = lines.map((line) => {
      const parsed = parseAnyDraft(line as Record<string, unknown>);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.rejections));
      return parsed.draft;
    });
    const outcome = await apps[process]!.get(CommandBus).execute(new RecordChanges('test', drafts, terms));
    if (outcome.outcome !== 'recorded') throw new Error(JSON.stringify(outcome));
  };
  const reading = (process: 0 | 1) =>
    apps[process]!.get(QueryBus).execute(new ReadOrganisation('test', { at: '2022-01-01' }));
  const standing = async (process: 0 | 1) => {
    const { base, evidence, at, ledgerPosition } = await reading(process);
    return standingOf(base, evidence, base.changesByName.get('flytt')!, at, ledgerPosition)?.standing;
  };

  test('a decision brings into force a change that another has just proposed', async () => {
    await reading(1);
    await record(0, TRANSFER);
    await record(1, ASSENT);
    expect([await standing(0), await standing(1)]).toEqual(['inForce', 'inForce']);
  });

  test('a change whose form is settled comes into force by a decision that another has just recorded', async () => {
    await record(0, ANTICIPATED);
    await reading(1);
    await record(0, ASSENT);
    const { id: _, basis: __, ...content } = TRANSFER;
    await record(1, { kind: 'correct', change: 'flytt', with: content, reason: 'Nu är formen känd' });
    expect([await standing(0), await standing(1)]).toEqual(['inForce', 'inForce']);
  });
});
