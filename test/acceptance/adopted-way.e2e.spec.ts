/** One of the two ways in which a planner simulates the merger of § 217, adopted in a copy of the organisation. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { IMPORT_TIMEOUT, UNNAMED } from './imported-demo.js';
import { at, plannedMerger, TODAY, WITH_NEW_AREA, type PlannedMerger } from './planned-merger.js';

jest.setTimeout(60_000);

const COPY = 'kopia';

describe('adopting one way of the merger in a copy', () => {
  let merger: PlannedMerger;
  let adopted: string;

  beforeAll(async () => {
    merger = await plannedMerger();
    const { demo, newArea } = merger;
    const copy = merger.file('kopia.ndjson', await demo.kronika('export', '--organisation', UNNAMED));
    await demo.kronika('import', copy, '--organisation', COPY, '--name', 'Kopia');
    const lines = await demo.kronika('scenario', 'show', newArea, '--format', 'lines');
    adopted = await merger.plan(COPY, 'Ett nytt område', lines);
    const grounds = ['--matter', 'RS 1398-2021', '--decision', 'rs1398-au-217'];
    await demo.kronika('scenario', 'adopt', adopted, ...grounds);
  }, IMPORT_TIMEOUT);
  afterAll(() => merger.close());

  test('on the committee’s proposal it is proposed, and no chart in force shows it', async () => {
    for (const day of ['2021-12-31', at, '2040-01-01']) {
      expect(await merger.chartOf(COPY, { at: day })).toEqual(TODAY);
      expect(await merger.chartOf(COPY, { at: day, standing: 'CONDITIONAL' })).toEqual(TODAY);
    }
    expect(await merger.chartOf(COPY, { at, standing: 'PROPOSED' })).toEqual(WITH_NEW_AREA);
  });

  test('the change names the scenario, and the scenario the positions that it became', async () => {
    const { position, pendingChanges } = await merger.demo.of(COPY)<{
      position: number;
      pendingChanges: { nodes: object[] };
    }>({ at }, 'position pendingChanges(first: 9) { nodes { externalId standing scenario { id } } }');
    expect(pendingChanges.nodes).toContainEqual({
      externalId: 'ett-omrade',
      standing: 'PROPOSED',
      scenario: { id: adopted },
    });
    expect(await merger.asked(adopted, 'status adoption { first last }')).toEqual({
      status: 'ADOPTED',
      adoption: { first: position, last: position },
    });
    const why = ['--organisation', COPY, '--unit', 'vo-nytt', '--at', at, '--standing', 'proposed'];
    expect(await merger.demo.kronika('why', ...why)).toContain(`Ur scenario: ${adopted}\n`);
  });

  test('once the board has decided and the condition is met it is in force, as it was shown', async () => {
    const steps: [string, object][] = [
      [
        'recordDecision',
        {
          matter: 'RS 1398-2021',
          body: { unit: 'rs' },
          act: 'DECIDES',
          on: '2022-01-01',
          answers: ['rs1398-au-217'],
        },
      ],
      ['meetCondition', { condition: 'rs1398-villkor-forhandlingar', on: '2022-01-01' }],
    ];
    for (const [mutation, input] of steps) {
      const { outcome, userErrors } = await merger.demo.record(mutation, { organisation: COPY, ...input });
      expect([mutation, outcome, userErrors]).toEqual([mutation, 'RECORDED', []]);
    }
    expect(await merger.chartOf(COPY, { at: '2021-12-31' })).toEqual(TODAY);
    expect(await merger.chartOf(COPY, { at })).toEqual(WITH_NEW_AREA);
  });

  test('the organisation that was copied is as it was', async () => {
    expect(await merger.recorded()).toEqual(merger.before);
    expect(await merger.asked(merger.newArea, 'status behind')).toEqual({ status: 'OPEN', behind: 0 });
  });
});
