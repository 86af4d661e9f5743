import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { missingEvidence, STANDINGS } from '#chronicle';
import { assignmentsAt, standingOf } from '#governance';
import { contradictions } from '#measures';
import { chart } from '#structure';
import { ChronicleInMemory } from './testing/chronicle-in-memory.js';

const DEMO = new URL('../../../apps/api/demo/', import.meta.url);

/** What may be recorded of the matter RS200432 later: everything that follows from decisions happens once. */
const LATER = [
  { kind: 'condition', id: 'villkor', decision: 'rh-rs200432-rs-8', text: 'Förhandlingar är genomförda.' },
  {
    kind: 'decision',
    id: 'rf-1',
    matter: 'RS200432',
    body: 'rf',
    act: 'decides',
    answers: ['rh-rs200432-rs-8'],
    on: '2021-04-28',
  },
  { kind: 'conditionMet', id: 'mött', condition: 'villkor', on: '2021-05-01' },
  { kind: 'cancel', change: 'mött', reason: 'Gällde ett annat villkor' },
  { kind: 'conditionMet', id: 'mött-2', condition: 'villkor' },
  {
    kind: 'correct',
    change: 'rf-1',
    with: {
      kind: 'decision',
      matter: 'RS200432',
      body: 'rf',
      act: 'decides',
      answers: ['rh-rs200432-rs-8'],
      on: '2021-04-29',
      paragraph: '§ 31',
    },
    reason: 'Fel dag',
  },
  { kind: 'reschedule', change: 'rh-overflyttning-it-linje', on: '2021-09-01', reason: 'Dagen är känd' },
  { kind: 'appeal', decision: 'rf-1', outcome: 'annulled', on: '2021-12-01' },
  { kind: 'observationConfirmed', observation: 'rh-iakttagelse-it-pa-regionkontoret' },
  { kind: 'competence', id: 'regel', scope: 'withinBoard', by: 'board', delegatedTo: ['au'] },
]
  .map((line) => JSON.stringify(line))
  .join('\n');

const DATES = ['2017-06-01', '2020-12-31', '2021-06-30', '2022-01-01', '2023-08-31', '2024-06-01'];

/** Names that an export makes, and the time at which an import was made. */
const comparable = (file: string) =>
  file
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { set, knownFrom: _, ...said } = JSON.parse(line) as Record<string, unknown>;
      return { ...said, inASet: set !== undefined };
    });

describe.each(['region-halland', 'region-rs-1398-2021'])('%s exported and imported again', (slug) => {
  let chronicle: ChronicleInMemory;
  const copy = `${slug}-copy`;

  beforeAll(async () => {
    chronicle = await ChronicleInMemory.open();
    const file = readFileSync(new URL(`${slug}.ndjson`, DEMO), 'utf8');
    const lines = slug === 'region-halland' ? `${file}${LATER}\n` : file;
    expect((await chronicle.import(slug, lines)).errors).toEqual([]);
    expect((await chronicle.import(copy, await chronicle.export(slug))).errors).toEqual([]);
  });
  afterAll(() => chronicle.close());

  test('is the same file', async () => {
    expect(comparable(await chronicle.export(copy))).toEqual(comparable(await chronicle.export(slug)));
  });

  test.each(STANDINGS)('has the same charts on every date at the standing %s', async (standing) => {
    for (const at of DATES) {
      const boxes = async (organisation: string) => {
        const reading = await chronicle.reading(organisation, at, undefined, standing);
        return chart(reading).map((box) => [
          box.code('import') ?? box.name,
          box.parentCode('import'),
          box.name,
          box.type,
          box.since,
        ]);
      };
      expect([at, await boxes(copy)]).toEqual([at, await boxes(slug)]);
    }
  });

  test('has the same standings, assignments, contradictions and to-do', async () => {
    const answers = async (organisation: string) => {
      const reading = await chronicle.reading(organisation, '2024-06-01');
      const { base, evidence, at, register, ledgerPosition } = reading;
      return {
        standings: [...base.pendingChanges].map(
          (change) => standingOf(base, evidence, change, at, ledgerPosition)?.standing,
        ),
        assignments: assignmentsAt(register, ledgerPosition, at).map(({ payload, status, assessment }) => [
          payload.title,
          status,
          assessment,
        ]),
        contradictions: contradictions(register, ledgerPosition).map(({ explanation, difference }) => [
          explanation,
          String(difference.digits),
        ]),
        todo: missingEvidence(reading).map(({ kind, message }) => [kind, message.sv]),
      };
    };
    const original = await answers(slug);
    expect(original.todo.length).toBeGreaterThan(0);
    expect(await answers(copy)).toEqual(original);
  });
});
