import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { openSite, type Site } from './site.js';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

/** Tabs until what is wanted is in focus; fails where it cannot be reached so. */
async function tabTo(page: Page, wanted: Locator) {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await wanted.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The Tab key does not lead there.');
}

const row = (page: Page, name: string) => page.getByRole('treeitem', { name: new RegExp(`^\\W*${name}`) });

describe('a newcomer', () => {
  test('drags the time bar from 2016 to 2024 and sees the region grow', async () => {
    const page = await site.open('/');
    await page.getByRole('link', { name: 'region-halland' }).click();
    const bar = page.getByRole('slider', { name: 'Datum' });
    await bar.waitFor();
    await page.getByRole('textbox', { name: 'Datum' }).fill('2016-01-01');
    await page.getByText('Ingen enhet gäller säkert 1 januari 2016').waitFor();
    const handle = await bar.boundingBox();
    const end = await page.locator('.time-year', { hasText: '2024' }).boundingBox();
    if (handle === null || end === null) throw new Error('The time bar has no handle or no year 2024.');
    const y = handle.y + handle.height / 2;
    await page.mouse.move(handle.x + handle.width / 2, y);
    await page.mouse.down();
    await page.mouse.move(handle.x + 200, y, { steps: 4 });
    await page.mouse.move(end.x + end.width / 2 + 8, y, { steps: 4 });
    await page.mouse.up();
    await row(page, 'IT & Digitalisering').waitFor();
    expect(page.url()).toMatch(/at=2024-0/);
    await page.context().close();
  });

  test('does so by the keyboard alone, and is told that it is not today', async () => {
    const page = await site.open('/org/region-halland?at=2016-01-01');
    await page.getByText('Ingen enhet gäller säkert').waitFor();
    await tabTo(page, page.getByRole('slider', { name: /Datum/ }));
    for (let year = 2016; year < 2024; year += 1) await page.keyboard.press('PageUp');
    await row(page, 'IT & Digitalisering').waitFor();
    expect(page.url()).toContain('at=2024-01-01');
    await page.getByText('Du ser 1 januari 2024, inte idag').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Du ser').waitFor({ state: 'detached' });
    expect(page.url()).not.toContain('at=');
    await page.context().close();
  });

  test('learns in one more click which paragraph proposes it and which decision is missing', async () => {
    const page = await site.open('/org/region-halland?at=2022-01-01&standing=proposed');
    await row(page, 'IT- och teleservice').click();
    await page.getByRole('button', { name: 'Varför är det så?' }).click();
    const panel = page.getByRole('complementary', { name: 'IT- och teleservice' });
    await panel.locator('.decisions').getByText('Regionstyrelsen § 8').first().waitFor();
    expect(await panel.innerText()).toContain('Protokollsutdrag, regionstyrelsen § 8');
    expect(await panel.innerText()).toContain('Beslut av Regionfullmäktige saknas');
    await page.context().close();
  });

  test('learns it by the keyboard alone', async () => {
    const page = await site.open('/org/region-halland?at=2022-01-01&lang=en');
    await row(page, 'Regionfullmäktige').waitFor();
    await tabTo(page, page.getByRole('treeitem'));
    await page.keyboard.type('IT-');
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: /Why is it so/ }));
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary', { name: 'IT- och teleservice' });
    await panel.getByText('A decision by Regionfullmäktige is missing').first().waitFor();
    expect(await panel.innerText()).toContain('Regionstyrelsen § 8: proposes');
    await page.context().close();
  });
});

describe('somebody in HR', () => {
  test('finds Teleservice on 2022-01-01 and sees that it stayed', async () => {
    const page = await site.open('/org/region-halland?at=2022-01-01&standing=proposed');
    await page.getByRole('combobox', { name: 'Sök enhet' }).fill('teles');
    await page.getByRole('option', { name: /^Teleservice/ }).click();
    const panel = page.getByRole('complementary', { name: 'Teleservice' });
    await panel.getByRole('link', { name: 'Driftsnämnden Regionservice' }).waitFor();
    expect(await panel.innerText()).toMatch(/Placering, linjen\s+Regionservice/);
    await page.context().close();
  });

  test('finds it by the keyboard alone', async () => {
    const page = await site.open('/org/region-halland?at=2022-01-01&standing=proposed');
    await tabTo(page, page.getByRole('combobox', { name: /Sök enhet/ }));
    await page.keyboard.type('teles');
    await page.getByRole('option', { name: /^Teleservice/ }).waitFor();
    const chosen = page.getByRole('option', { name: /^Teleservice/, selected: true });
    while ((await chosen.count()) === 0) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary', { name: 'Teleservice' });
    await panel.getByRole('link', { name: 'Driftsnämnden Regionservice' }).waitFor();
    await page.context().close();
  });

  test('sees where IT- och teleservice went, and that it is an inference', async () => {
    const page = await site.open('/org/region-halland/unit/it-tele?at=2022-01-01');
    const lineage = page.locator('section', { has: page.getByRole('heading', { name: 'Härstamning' }) });
    await lineage.getByText('slutsats, inte beslut').waitFor();
    expect(await lineage.innerText()).toMatch(/IT- och teleservice fortsätter i IT & Digitalisering/);
    await page.context().close();
  });
});

describe('the tree', () => {
  test('is moved in by the arrow keys, Home and End, and folds', async () => {
    const page = await site.open('/org/region-halland?at=2022-01-01');
    await row(page, 'Regionfullmäktige').waitFor();
    await tabTo(page, page.getByRole('treeitem'));
    const focused = () => page.locator(':focus').innerText();
    await page.keyboard.press('End');
    expect(await focused()).toContain('Regionstyrelsens arbetsutskott');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
    await row(page, 'Regionstyrelsen').first().waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toContain('Driftsnämnden Regionservice');
    await page.context().close();
  });
});

describe('the chart and the table', () => {
  test('fold and unfold all, and show the same units', async () => {
    const page = await site.open('/org/region-halland?at=2022-01-01&view=chart');
    await row(page, 'Teleservice').waitFor();
    await page.getByRole('button', { name: 'Fäll ihop alla' }).click();
    await row(page, 'Teleservice').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Fäll ut alla' }).click();
    await row(page, 'Teleservice').click();
    await page.getByRole('complementary', { name: 'Teleservice' }).waitFor();
    await page.getByRole('button', { name: 'Tabell' }).click();
    await page.getByRole('rowheader', { name: 'Teleservice', exact: true }).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Hämta CSV' }).click();
    expect((await download).suggestedFilename()).toBe('region-halland 2022-01-01.csv');
    await page.context().close();
  });
});

describe('a comparison', () => {
  test('counts first, and goes from difference to difference by a key', async () => {
    const page = await site.open(
      '/org/region-halland/compare?compare=2020-12-31&at=2024-01-01&standing=proposed',
    );
    await page.getByRole('status', { name: 'Skillnader' }).getByText('Flyttade').waitFor();
    await page.keyboard.press('n');
    await page.locator('[aria-current="true"]', { hasText: 'Började' }).waitFor();
    await page.getByRole('treeitem', { name: /IT- och teleservice.*flyttade härifrån/ }).waitFor();
    await page.context().close();
  });
});

describe('the chronicle', () => {
  test('tells what is proposed, and which decision it waits for', async () => {
    const page = await site.open('/org/region-halland/changes?only=PROPOSED');
    await page
      .getByRole('heading', { name: /^IT- och teleservice, utom Teleservice, överförs/ })
      .first()
      .waitFor();
    await page.getByText('Beslut av Regionfullmäktige saknas').first().waitFor();
    await page.context().close();
  });
});

describe('an address', () => {
  test('of a unit that was not there says when it began', async () => {
    const page = await site.open('/org/region-halland?at=2022-01-01&unit=no-such-unit');
    await page.getByText('Enheten finns inte').waitFor();
    await page.context().close();
  });

  test('that cannot be read is told of', async () => {
    const page = await site.open('/org/region-halland?at=2022-13-45&view=globe');
    await page.getByText('at=2022-13-45, view=globe').waitFor();
    await page.context().close();
  });
});

test('no page complains, breaks its own policy or asks another server', () => {
  expect(site.complaints).toEqual([]);
});
