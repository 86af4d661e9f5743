import { mkdirSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openSite, type Site } from './site.js';

/** With KRONIKA_PICTURES=1 they go where README and docs show them; else they are only made. */
const folder = process.env['KRONIKA_PICTURES']
  ? join(import.meta.dirname, '../../docs/images')
  : mkdtempSync(join(tmpdir(), 'pictures-'));

let site: Site;
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

const PICTURES: readonly (readonly [name: string, path: string, ready: (page: Page) => Promise<void>])[] = [
  [
    'organisation',
    '/org/region-halland?at=2024-01-01',
    (page) => page.getByRole('treeitem', { name: /IT & Digitalisering/ }).waitFor(),
  ],
  [
    'why',
    '/org/region-halland?at=2022-01-01&unit=it-tele&why=1',
    async (page) => {
      await page.getByText('Beslut av Regionfullmäktige saknas').first().waitFor();
      await page.getByText('Regionstyrelsen § 8').first().scrollIntoViewIfNeeded();
    },
  ],
  [
    'compare',
    '/org/region-halland/compare?compare=2020-12-31&at=2024-01-01&standing=proposed',
    (page) => page.getByRole('treeitem').first().waitFor(),
  ],
];

test.each(PICTURES)('the picture %s is of what README says, and small', async (name, path, ready) => {
  const page = await site.open(path, {
    colorScheme: 'light',
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 760 },
  });
  await ready(page);
  const file = join(folder, `${name}.png`);
  await page.screenshot({ path: file });
  expect(statSync(file).size).toBeLessThan(200_000);
  await page.context().close();
});
