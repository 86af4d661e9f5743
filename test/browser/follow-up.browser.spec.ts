import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openSite, type Site } from './site.js';
import { tabTo } from './tab-to.js';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

describe('the follow-up of 2023', () => {
  test('says that eight of eleven assignments are met, and that the target of turnover is not', async () => {
    const page = await site.open('/org/region-halland?at=2023-12-31');
    await page.getByRole('link', { name: 'Uppföljning' }).click();
    await page.getByText('8 av 11 uppfylls').waitFor();
    await page.getByText('2 uppfylls delvis').waitFor();
    const turnover = page.getByRole('row', { name: /Personalomsättning/ });
    expect(await turnover.innerText()).toMatch(/11 %\s+11,75 %\s+målet nås inte/);
    await turnover.getByRole('img', { name: 'Utfall 11,75 %, mål 11 %' }).waitFor();
    await page.getByRole('combobox', { name: 'Bedömning' }).selectOption('PARTLY_MET');
    await page.getByText('2 uppdrag', { exact: true }).waitFor();
    expect(page.url()).toContain('assessed=PARTLY_MET');
    await page.getByText('2.2.5 Systematisk informationssäkerhet').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /CSV/ }).click();
    expect((await download).suggestedFilename()).toBe('Uppdrag region-halland 2023-12-31.csv');
    await page.context().close();
  });

  test('says so by the keyboard alone, and what was reported', async () => {
    const page = await site.open('/org/region-halland/follow-up?at=2023-12-31&lang=en');
    await page.getByText('8 of 11 met').waitFor();
    await tabTo(page, page.getByRole('combobox', { name: 'Assessment' }));
    await page.keyboard.press('ArrowDown');
    await page.getByText('8 assignments').waitFor();
    await tabTo(page, page.locator('.assignments summary').first());
    await page.keyboard.press('Enter');
    await page.locator('.assignments details[open] blockquote').waitFor();
    await page.context().close();
  });

  test('changes with the date: nothing is overdue before it is due', async () => {
    const page = await site.open('/org/region-halland/follow-up?at=2022-08-01');
    const mapping = page.locator('.assignments > li', { hasText: 'Kartlägga förvaltningarnas' });
    await mapping.getByText('ska redovisas nu').waitFor();
    await page.getByRole('textbox', { name: 'Datum' }).fill('2023-01-15');
    await mapping.getByText('försenat').waitFor();
    await page.getByRole('checkbox', { name: 'Bara försenade' }).check();
    await page.getByText('1 uppdrag', { exact: true }).waitFor();
    await mapping.getByRole('link', { name: /§ 398/ }).click();
    await page.locator('.chain > li:focus', { hasText: '§ 398' }).waitFor();
    await page.context().close();
  });
});

describe('regionkontoret 2020 beside 2023', () => {
  test('is not like for like, since IT joined and Teleservice stayed, by what is only inferred', async () => {
    const page = await site.open('/org/region-halland/follow-up/measures?at=2023-08-31');
    await page.getByRole('link', { name: 'Ekonomiskt resultat' }).click();
    await page.getByRole('textbox', { name: 'Jämför med perioden' }).fill('2020');
    await page.getByText('Inte jämförbart: 2020.').waitFor();
    const row = page.getByRole('row', { name: /^2020/ });
    const said = await row.innerText();
    expect(said).toContain('Har tillkommit: IT- och teleservice');
    expect(said).toContain('Följde inte med: Teleservice');
    expect(said).toContain('slutsats, inte beslut');
    expect(said).toContain('ingen uppgift är registrerad för IT- och teleservice');
    await page.getByRole('img', { name: /2020 okänt/ }).waitFor();
    await page.getByRole('checkbox', { name: /slutsats/ }).uncheck();
    await page.getByText('Inte jämförbart').waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('is so by the keyboard alone', async () => {
    const page = await site.open('/org/region-halland/follow-up/measures?at=2023-08-31&lang=en');
    await page.getByText('Ekonomiskt resultat').waitFor();
    await tabTo(page, page.getByRole('link', { name: 'Ekonomiskt resultat' }));
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Compare with the period' }).waitFor();
    await tabTo(page, page.getByRole('textbox', { name: 'Compare with the period' }));
    await page.keyboard.type('2020');
    await page.getByText('Not like for like: 2020.').waitFor();
    await page.context().close();
  });
});

describe('printed figures', () => {
  test('that contradict each other are shown with both places', async () => {
    const page = await site.open('/org/region-halland/follow-up/contradictions');
    await page.getByText('10 motsägelser').waitFor();
    await page.getByRole('checkbox', { name: /avrundning/ }).check();
    await page.getByText('8 motsägelser').waitFor();
    const open = page.locator('article', { hasText: 'inget förklarar skillnaden' });
    expect(await open.innerText()).toContain('5.2 Prognos budgetavvikelse, Förtroendevalda');
    expect(await open.innerText()).toContain('1 Sammanfattning');
    await page.context().close();
  });
});

test('no page complains, breaks its own policy or asks another server', () => {
  expect(site.complaints).toEqual([]);
});
