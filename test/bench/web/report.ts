import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../contender.js';

const BEGIN = '<!-- bench:web:begin -->';
const END = '<!-- bench:web:end -->';

/** What was found of one size; times in milliseconds. */
export interface WebRow {
  readonly units: number;
  readonly opened: number;
  readonly openedFirst: number;
  readonly answered: number;
  readonly firstTree: number;
  readonly firstTreeWithin: number;
  readonly expand: number;
  readonly dateStep: number;
  readonly dateStepFresh: number;
  readonly firstChart: number;
  readonly bytes: number;
  readonly nodes: number;
}

/** Writes the web app's section of docs/benchmarks.md, between markers of its own. */
export function writeWebReport(rows: readonly WebRow[], browser: string): void {
  const file = join(projectRoot, 'docs/benchmarks.md');
  const text = readFileSync(file, 'utf8');
  if (!text.includes(BEGIN) || !text.includes(END)) throw new Error(`${file} has lost its markers ${BEGIN}.`);
  const [before, after] = [text.slice(0, text.indexOf(BEGIN)), text.slice(text.indexOf(END))];
  writeFileSync(
    file,
    `${before}${BEGIN}\n<!-- prettier-ignore-start -->\n\n${section(rows, browser)}\n<!-- prettier-ignore-end -->\n${after}`,
  );
}

function section(rows: readonly WebRow[], browser: string): string {
  const line = (what: string, cell: (row: WebRow) => string) => `| ${what} | ${rows.map(cell).join(' | ')} |`;
  const within = (measured: number, most: number, unit = 'ms') =>
    `${figure(measured)} ${unit} (at most ${figure(most)}: ${measured <= most ? 'hit' : '**missed**'})`;
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  return [
    `Measured ${new Date().toISOString().slice(0, 10)} on ${model}, ${cpus().length} cores (load ${loadavg()[0]?.toFixed(1)} at the end), ${Math.round(totalmem() / 2 ** 30)} GB; Chromium ${browser}, without a GPU, on the same machine as the server.`,
    '',
    `| | ${rows.map(({ units }) => `${units.toLocaleString('en')} units`).join(' | ')} |`,
    `|---|${rows.map(() => '---|').join('')}`,
    line('First useful tree, after the data has come', (row) => within(row.firstTree, row.firstTreeWithin)),
    line('First useful tree, after the address was opened', (row) => `${figure(row.opened)} ms`),
    line('The same, opened for the first time by anybody', (row) => `${figure(row.openedFirst)} ms`),
    line('The data has come, after the address was opened', (row) => `${figure(row.answered)} ms`),
    line('Expand a unit', (row) => within(row.expand, 100)),
    line('A date step, end to end, to a date that nobody asked for before', (row) =>
      row.units > 10_000 ? `${figure(row.dateStepFresh)} ms` : within(row.dateStepFresh, 300),
    ),
    line('A date step, end to end, to a date asked for before', (row) =>
      row.units > 10_000 ? `${figure(row.dateStep)} ms` : within(row.dateStep, 300),
    ),
    line('Chart of everything unfolded', (row) => `${figure(row.firstChart)} ms`),
    line('Elements on the page, everything unfolded: the most of tree, chart and table', (row) =>
      within(row.nodes, 1_500, 'elements'),
    ),
    line('Size of the answer', (row) => `${figure(row.bytes / 1e6)} MB`),
    '',
  ].join('\n');
}

function figure(value: number): string {
  return value >= 10 ? Math.round(value).toLocaleString('en') : value.toFixed(1);
}
