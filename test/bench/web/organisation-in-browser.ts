import type { Browser, Page } from 'playwright-core';
import { median } from '../rounds.js';
import { PROBE } from './probe.js';

/** What somebody waits for who opens an organisation of a size, in milliseconds. */
export interface Waits {
  /** From the address to the first rows of the tree. */
  readonly opened: number;
  /** The part of it until the server's answer was there. */
  readonly answered: number;
  /** The part of it after that. */
  readonly firstTree: number;
  /** The largest answer, in bytes, unpacked. */
  readonly bytes: number;
  readonly expand: number;
  /** Nothing where the days were not gone through. */
  readonly dateSteps: readonly number[];
  /** Elements on the page: everything unfolded, as tree, chart and table. */
  readonly nodes: Readonly<Record<'tree' | 'chart' | 'table', number>>;
  readonly firstChart: number;
}

const STEPS = 5;

/** Opens the organisation in a profile of its own and goes through what people do. */
export async function waitsOf(browser: Browser, address: string, at: string, steps: boolean): Promise<Waits> {
  const page = await openPage(browser, `${address}?at=${at}`);
  const opened = await page.evaluate<number>('bench.firstRow');
  const data = await page.evaluate<{ at: number; bytes: number }>('bench.dataAt()');
  const expands: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) expands.push(await page.evaluate<number>('bench.expand()'));
  const dateSteps: number[] = [];
  for (let turn = 0; turn < (steps ? STEPS : 0); turn += 1)
    dateSteps.push(await page.evaluate<number>(`bench.step('Nästa förändring')`));
  await page.getByRole('button', { name: 'Fäll ut alla' }).click();
  await page.waitForTimeout(500);
  const tree = await page.evaluate<number>('bench.nodes()');
  const firstChart = await page.evaluate<number>(
    `bench.act('.segmented button:nth-child(3)', () => document.querySelector('.chart-box') !== null)`,
  );
  await page.getByRole('button', { name: 'Visa allt' }).click();
  const chart = await page.evaluate<number>('bench.nodes()');
  await page.getByRole('button', { name: 'Tabell' }).click();
  await page.getByRole('rowheader').first().waitFor();
  const table = await page.evaluate<number>('bench.nodes()');
  await page.context().close();
  return {
    opened,
    answered: data.at,
    firstTree: opened - data.at,
    bytes: data.bytes,
    expand: median(expands),
    dateSteps,
    nodes: { tree, chart, table },
    firstChart,
  };
}

async function openPage(browser: Browser, address: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  page.setDefaultTimeout(20_000);
  await page.addInitScript(PROBE);
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('[role="treeitem"]').first().waitFor();
  return page;
}
