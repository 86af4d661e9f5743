import { startBrowser } from '../../browser/browser.js';
import { startInstance } from '../instance.js';
import { startKronika } from '../kronika.subject.js';
import { median } from '../rounds.js';
import { syntheticLines, type SyntheticSize } from '../synthetic-organisation.js';
import { waitsOf } from './organisation-in-browser.js';
import { writeWebReport, type WebRow } from './report.js';

const SIZES: readonly (SyntheticSize & { readonly first: number })[] = [
  { units: 10_000, changes: 20_000, first: 1_000 },
  { units: 100_000, changes: 110_000, first: 2_500 },
];
const AT = '2020-01-01';
const ROUNDS = 3;

const say = (line: string) => process.stderr.write(`${line}\n`);

/** Opens generated organisations in a browser, over the real server, and writes down how long people wait. */
async function main(): Promise<void> {
  const write = !process.argv.includes('--no-report');
  const only = process.argv.find((argument) => /^\d+$/.test(argument));
  const instance = await startInstance();
  const subject = await startKronika(await instance.createDatabase('kronika'));
  const browser = await startBrowser();
  const rows: WebRow[] = [];
  try {
    for (const size of SIZES.filter(({ units }) => only === undefined || units === Number(only))) {
      const slug = `made-up-${size.units}`;
      const start = performance.now();
      await (await subject.openOrganisation(slug)).importLines(syntheticLines(size));
      say(`${size.units} units imported in ${((performance.now() - start) / 1000).toFixed(0)} s`);
      const rounds = [];
      // The first time fills the server's memory, as the first reader of a day does; told apart.
      for (let round = 0; round <= ROUNDS; round += 1) {
        const waits = await waitsOf(browser, `${subject.baseUrl}/org/${slug}`, AT, true);
        say(JSON.stringify(waits));
        rounds.push(waits);
      }
      const [cold, ...warm] = rounds;
      const of = (name: 'opened' | 'answered' | 'firstTree' | 'expand' | 'firstChart' | 'bytes') =>
        median(warm.map((waits) => waits[name]));
      rows.push({
        units: size.units,
        opened: of('opened'),
        openedFirst: cold?.opened ?? 0,
        answered: of('answered'),
        firstTree: of('firstTree'),
        firstTreeWithin: size.first,
        expand: of('expand'),
        // Days that nobody has asked for before: those of the first round.
        dateStepFresh: median(cold?.dateSteps ?? []),
        dateStep: median(warm.flatMap(({ dateSteps }) => dateSteps)),
        firstChart: of('firstChart'),
        bytes: of('bytes'),
        nodes: Math.max(...rounds.flatMap(({ nodes }) => Object.values(nodes))),
      });
    }
    if (write) writeWebReport(rows, browser.version());
  } finally {
    await browser.close();
    await subject.stop();
    await instance.stop();
  }
}

await main();
