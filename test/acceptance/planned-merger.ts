/** The merger of § 217 in the two ways in which a planner simulates it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importedDemo, UNNAMED, type Axes, type ImportedDemo } from './imported-demo.js';

/** The day of both ways, on which they are compared with today's organisation. */
export const at = '2022-01-01';
export const DMT = 'VO Digitalisering och medicinsk teknik';
/** The planner's own: the document says neither name nor date. */
export const NEW_AREA = 'Nytt område (arbetsnamn)';
const MERGER = {
  kind: 'merge',
  on: at,
  id: 'ett-omrade',
  units: ['vo-service', 'vo-dmt'],
  into: { key: 'vo-nytt', name: NEW_AREA, type: 'verksamhetsomrade', parent: 'rs' },
};
const ABSORPTION = { kind: 'absorb', on: at, id: 'tar-over', units: ['vo-dmt'], into: 'vo-service' };

export const TODAY = ['Regionstyrelsen', '  Arbetsutskottet', `  ${DMT}`, '  VO Service'];
export const WITH_NEW_AREA = ['Regionstyrelsen', '  Arbetsutskottet', `  ${NEW_AREA}`];
export const WITH_SERVICE = ['Regionstyrelsen', '  Arbetsutskottet', '  VO Service'];

/** The demo with a scenario for each way. */
export interface PlannedMerger {
  readonly demo: ImportedDemo;
  /** The scenario in which both areas end in a new one. */
  readonly newArea: string;
  /** The scenario in which VO Service takes over the other. */
  readonly service: string;
  /** What the organisation answered before anything was planned. */
  readonly before: object;
  /** The same as it is answered now: on any date, of any standing, and how far its ledger has come. */
  recorded(): Promise<object>;
  /** Names by their depth, in an organisation or in a scenario of it. */
  chartOf(slug: string, axes: Axes, scenario?: string): Promise<string[]>;
  /** What is selected of a scenario. */
  asked<T>(scenario: string, selection: string): Promise<T>;
  /** A new scenario with the lines of a file. @returns its id */
  plan(organisation: string, name: string, text: string): Promise<string>;
  /** A file of its own. @returns its path */
  file(name: string, text: string): string;
  close(): Promise<void>;
}

export async function plannedMerger(): Promise<PlannedMerger> {
  const demo = await importedDemo();
  const folder = mkdtempSync(join(tmpdir(), 'kronika-two-ways-'));
  const file: PlannedMerger['file'] = (name, text) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const plan: PlannedMerger['plan'] = async (organisation, name, text) => {
    const about = ['--organisation', organisation, '--name', name, '--at', at];
    const id = (await demo.kronika('scenario', 'create', ...about)).trim();
    await demo.kronika('scenario', 'apply', id, file(`${id}.ndjson`, text));
    return id;
  };
  const chartOf: PlannedMerger['chartOf'] = async (slug, axes, scenario) => {
    const { organisation } = await demo.data<{
      organisation: { chart: readonly { name: string; depth: number }[] };
    }>(
      `query ($slug: String!, $at: Date, $standing: Standing, $scenario: ID) {
        organisation(slug: $slug, at: $at, standing: $standing, scenario: $scenario) { chart { name depth } } }`,
      { slug, scenario, ...axes },
    );
    return organisation.chart.map(({ name, depth }) => '  '.repeat(depth) + name);
  };
  const recorded = () => answersOf(demo, chartOf);
  const before = await recorded();
  return {
    demo,
    before,
    recorded,
    chartOf,
    plan,
    file,
    newArea: await plan(UNNAMED, 'Ett nytt område', JSON.stringify(MERGER)),
    service: await plan(UNNAMED, 'Service tar över', JSON.stringify(ABSORPTION)),
    async asked<T>(scenario: string, selection: string) {
      const answer = await demo.data<{ scenario: T }>(
        `query ($id: ID!) { scenario(id: $id) { ${selection} } }`,
        { id: scenario },
      );
      return answer.scenario;
    },
    async close() {
      await demo.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function answersOf(demo: ImportedDemo, chartOf: PlannedMerger['chartOf']): Promise<object> {
  const charts: string[][] = [];
  for (const standing of ['IN_FORCE', 'CONDITIONAL', 'PROPOSED'] as const) {
    for (const day of ['2017-12-31', '2021-12-31', at, '2022-01-02', '2023-01-01', '2040-01-01']) {
      charts.push(await chartOf(UNNAMED, { at: day, standing }));
    }
  }
  const rest = await demo.of(UNNAMED)<object>(
    { at },
    `position changes(first: 50, filter: { includePending: true }) { nodes { id externalId standing } }
     todo(first: 50) { nodes { message { sv } } }`,
  );
  return { charts, rest };
}
