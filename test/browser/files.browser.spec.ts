import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { openSite, type Site } from './site.js';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

/** The file that a button hands over. */
async function taken(page: Page, button: string) {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const file = await download;
  return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
}

const chart = (slug = 'region-halland') => `/org/${slug}?at=2022-01-01&view=chart`;

describe('the chart as a file', () => {
  test('is whole, whatever is folded or out of sight', async () => {
    const page = await site.open(chart());
    const units = Number(/\d+/.exec(await page.locator('.count').innerText())?.[0]);
    await page.getByRole('button', { name: 'Fäll ihop alla' }).click();
    await page.getByRole('treeitem', { name: 'Teleservice' }).waitFor({ state: 'detached' });

    const svg = await taken(page, 'Hämta SVG');
    expect(svg.name).toBe('Organisationsschema för region-halland 1 januari 2022.svg');
    expect(svg.content.toString().match(/<g><title>/g)).toHaveLength(units);
    const [, width, height] = (
      /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg.content.toString()) ?? []
    ).map(Number);

    const pdf = await taken(page, 'Hämta PDF');
    expect(pdf.content.subarray(0, 5).toString()).toBe('%PDF-');
    const box = /MediaBox\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf.content.toString('latin1')) ?? [];
    expect(box.slice(1).map(Number)).toEqual([(width ?? 0) * 0.75, (height ?? 0) * 0.75]);

    const png = await taken(page, 'Hämta PNG');
    expect(png.content.subarray(1, 4).toString()).toBe('PNG');
    const size = [png.content.readUInt32BE(16), png.content.readUInt32BE(20)];
    expect(size).toEqual([Math.ceil((width ?? 0) * 2), Math.ceil((height ?? 0) * 2)]);

    await page.getByRole('checkbox', { name: 'Bara det som är utfällt' }).check();
    const folded = await taken(page, 'Hämta SVG');
    expect(folded.content.toString().match(/<g><title>/g)?.length).toBeLessThan(units);
    await page.context().close();
  });
});

describe('tables as files', () => {
  test('of the organisation have every unit, in Excel and as CSV', async () => {
    const page = await site.open('/org/region-halland?at=2022-01-01&view=table');
    const units = Number(/\d+/.exec(await page.locator('.count').innerText())?.[0]);
    const { name, content } = await taken(page, 'Hämta Excel (XLSX)');
    expect(name).toBe('region-halland 2022-01-01.xlsx');
    const rows = await readSheet(content);
    expect(rows[0]).toEqual(['Namn', 'Enhetstyp', 'Ligger under', 'Säkert sedan', 'Anmärkning']);
    expect(rows).toHaveLength(units + 1);
    expect(rows.map(([unit]) => unit)).toContain('Teleservice');
    const csv = await taken(page, 'Hämta CSV');
    expect(csv.content.toString().trimEnd().split('\r\n')).toHaveLength(units + 1);
    await page.context().close();
  });

  test('of a comparison have every difference', async () => {
    const page = await site.open('/org/region-halland/compare?compare=2020-12-31&at=2024-01-01');
    await page.getByRole('status', { name: 'Skillnader' }).waitFor();
    const { content } = await taken(page, 'Hämta Excel (XLSX)');
    const rows = await readSheet(content);
    expect(rows[0]).toEqual(['Skillnad', 'Enhet', 'Beskrivning']);
    expect(rows.map(([kind]) => kind)).toContain('Började');
    await page.context().close();
  });

  test('of the changes have those of the filter, further than the page shows', async () => {
    const page = await site.open('/org/region-halland/changes');
    const count = page.getByRole('status').filter({ hasText: /förändring/ });
    const changes = Number(/\d+/.exec(await count.innerText())?.[0]);
    const { content } = await taken(page, 'Hämta Excel (XLSX)');
    const rows = await readSheet(content);
    expect(rows).toHaveLength(changes + 1);
    expect(rows.some((row) => row.join(' ').includes('Regionfullmäktige'))).toBe(true);
    await page.context().close();
  });
});

describe('on paper', () => {
  test('the chart is whole, with where it is from', async () => {
    const page = await site.open(chart());
    const units = Number(/\d+/.exec(await page.locator('.count').innerText())?.[0]);
    await page.getByRole('treeitem').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.locator('.printed-chart svg').first().waitFor();
    const names = new Set(await page.locator('.printed-chart text').allTextContents());
    expect(names.size).toBeGreaterThan(units / 2);
    expect(await page.locator('.printed-from').innerText()).toContain('view=chart');
    expect(await page.locator('.now-banner').innerText()).toContain('1 januari 2022');
    expect(await page.locator('.time-controls').isVisible()).toBe(false);
    await page.context().close();
  });

  test('the tree and the table have every row', async () => {
    const page = await site.open('/org/region-halland?at=2022-01-01');
    const units = Number(/\d+/.exec(await page.locator('.count').innerText())?.[0]);
    await page.emulateMedia({ media: 'print' });
    await page.locator('.printed-tree').waitFor();
    expect(await page.locator('.printed-tree > div').count()).toBe(units);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: 'Tabell' }).click();
    await page.getByRole('rowheader').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    await page
      .getByRole('rowheader')
      .nth(units - 1)
      .waitFor();
    await page.context().close();
  });
});

test('no page complains, breaks its own policy or asks another server', () => {
  expect(site.complaints).toEqual([]);
});
