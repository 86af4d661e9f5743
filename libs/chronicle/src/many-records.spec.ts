import { expect, test } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { chronicleEventTypes, InMemoryLedgerStore } from '#ledger';
import { InMemoryScenarioStore } from '#scenarios';
import { ChronicleModule, ImportChanges, parseAnyDraft, RegisterOrganisation } from './index.js';

const MANY = 3000;

/** Were all that is recorded looked through for each record, this would take minutes. */
test(`records ${MANY} decisions with conditions, each met, while a change is pending`, async () => {
  const app = await NestFactory.createApplicationContext(
    ChronicleModule.over(
      {
        ledger: new InMemoryLedgerStore(chronicleEventTypes),
        scenarios: new InMemoryScenarioStore(),
      },
      () => ({}),
    ),
    { logger: false },
  );
  try {
    const commands = app.get(CommandBus);
    await commands.execute(new RegisterOrganisation('many', 'Many', { actor: 'registrar' }));
    const decision = (id: string) => ({ kind: 'decision', id, matter: 'm', body: 'rs', act: 'decides' });
    const lines: Record<string, unknown>[] = [
      {
        kind: 'establish',
        on: '2020-01-01',
        unit: { key: 'rs', name: 'RS', type: 'styrelse', parent: null },
      },
      { kind: 'matter', id: 'm', number: 'RS1', title: 'Ärendet' },
      { ...decision('p'), act: 'proposes' },
      { kind: 'rename', on: '2021-01-01', unit: 'rs', name: 'Styrelsen', basis: { decision: 'p' } },
    ];
    for (let i = 0; i < MANY; i++) {
      lines.push(decision(`d${i}`));
      lines.push({ kind: 'condition', id: `c${i}`, decision: `d${i}`, text: 'Förhandling' });
      lines.push({ kind: 'conditionMet', condition: `c${i}` });
    }
    const sets = lines.map((line) => {
      const parsed = parseAnyDraft(line);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.rejections));
      return { drafts: [{ ...parsed.draft, digest: JSON.stringify(line) }] };
    });
    const terms = { actor: 'registrar', keyScheme: 'import', backdate: false };
    const outcomes = await commands.execute(new ImportChanges('many', sets, terms));
    expect(outcomes.at(-1)).toMatchObject({ outcome: 'recorded' });
    expect(outcomes.filter(({ outcome }) => outcome === 'recorded')).toHaveLength(lines.length);
  } finally {
    await app.close();
  }
}, 30_000);
