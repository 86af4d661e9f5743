import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openSite, type Site } from './site.js';
import { tabTo } from './tab-to.js';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

describe('an auditor', () => {
  test('finds from the list of matters that the decision of regionfullmäktige is missing', async () => {
    const page = await site.open('/org/region-halland');
    await page.getByRole('link', { name: 'Ärenden' }).click();
    await page.getByRole('textbox', { name: /Nummer/ }).fill('RS2004');
    await page.getByText('1 ärende', { exact: true }).waitFor();
    await page.getByText('Väntar på Regionfullmäktige').waitFor();
    await page.getByRole('link', { name: /^Inrättande av en regiongemensam/ }).click();
    const chain = page.locator('.chain');
    await chain.getByText('Beslut av Regionfullmäktige saknas').waitFor();
    expect(await chain.locator('> li').count()).toBe(7);
    expect(await chain.locator('> li').nth(5).innerText()).toMatch(/Regionstyrelsen § 8\s+föreslår/);
    expect(await chain.locator('> li').nth(5).innerText()).toContain('Sammanträde: okänt');
    await page.getByRole('heading', { name: '13 underlag saknas' }).waitFor();
    await page.context().close();
  });

  test('finds it by the keyboard alone', async () => {
    const page = await site.open('/org/region-halland/matters?lang=en');
    await page.getByText('4 matters').waitFor();
    await tabTo(page, page.getByRole('link', { name: /^Inrättande av en regiongemensam/ }));
    await page.keyboard.press('Enter');
    await page.locator('.chain').getByText('A decision by Regionfullmäktige is missing').waitFor();
    await tabTo(page, page.locator('.todo').getByRole('link', { name: 'Show' }).first());
    await page.keyboard.press('Enter');
    const change = page.locator(':focus');
    await change.getByText('A decision by Regionfullmäktige is missing').waitFor();
    expect(await change.innerText()).toContain('Regionstyrelsen § 8');
    await page.context().close();
  });

  test('sees which letters differ from the proposal, and that the attachments are only mentioned', async () => {
    const page = await site.open('/org/region-halland/matters/RS200432');
    const differs = page.locator('.since-proposal').first();
    await differs.locator('del', { hasText: 'Driftnämnden' }).or(differs.locator('del')).first().waitFor();
    expect(await differs.innerText()).toContain('Samma enheter; bara skrivningen skiljer.');
    const attachment = page.locator('.documents > li', { hasText: 'Bilaga 1' });
    expect(await attachment.innerText()).toContain('Handlingen själv finns inte bland underlagen');
    const minutes = page.locator('.documents > li', { hasText: 'Protokollsutdrag, regionstyrelsen § 8' });
    expect(await minutes.first().innerText()).toMatch(/SHA-256 [0-9a-f]{64}/);
    await page.context().close();
  });

  test('reads by which law § 398 may be appealed, whose recipients differ from the draft', async () => {
    const page = await site.open('/org/region-halland/matters/RS211123');
    const step = page.locator('.chain > li', { hasText: '§ 398' }).first();
    await step.getByText('Överklagande: sista dag går inte att säga').click();
    await step.getByText('13 kap. 5 § kommunallagen (2017:725)').waitFor();
    await step.locator('ins', { hasText: 'Samtliga driftnämnder' }).waitFor();
    await step.locator('del', { hasText: 'Samtliga förvaltningar' }).waitFor();
    await page.context().close();
  });

  test('is told that there is no such matter', async () => {
    const page = await site.open('/org/region-halland/matters/RS999999');
    await page.getByRole('heading', { name: 'Ärendet finns inte' }).waitFor();
    await page.context().close();
  });
});

describe('somebody in HR', () => {
  test('finds where IT- och teleservice went, that it is not certain, and why', async () => {
    const page = await site.open('/org/region-halland/unit/it-tele?at=2022-01-01&standing=proposed');
    const why = page.locator('#why');
    await why.getByText('Beslut av Regionfullmäktige saknas').first().waitFor();
    await why
      .getByRole('link', { name: /^RS200432/ })
      .first()
      .click();
    const inference = page.locator('.documents > li', { hasText: 'Slutsats' });
    await inference.getByText('inte prövad').waitFor();
    expect(await inference.innerText()).toMatch(/IT- och teleservice fortsätter i IT & Digitalisering/);
    await page.locator('.awaited').getByText('Beslut av Regionfullmäktige saknas').waitFor();
    await page.context().close();
  });

  test('finds it by the keyboard alone', async () => {
    const page = await site.open('/org/region-halland/unit/it-tele?at=2022-01-01&standing=proposed');
    await page.locator('#why').getByText('Beslut av Regionfullmäktige saknas').first().waitFor();
    await tabTo(page, page.locator('#why').getByRole('link', { name: 'Regionstyrelsen § 8' }).first());
    await page.keyboard.press('Enter');
    const step = page.locator('.chain > li:focus');
    await step.getByText('föreslår', { exact: true }).waitFor();
    expect(await step.innerText()).toContain('utom Teleservice');
    await page.context().close();
  });
});

describe('what is to be done', () => {
  test('is listed by kind, and leads to where it is missing', async () => {
    const page = await site.open('/org/region-halland/todo?at=2023-12-31');
    await page.getByText('41 saker saknas').waitFor();
    await page.getByRole('combobox', { name: 'Slag' }).selectOption('REPORT');
    await page.getByText('1 sak saknas').waitFor();
    expect(page.url()).toContain('kind=REPORT');
    await page.getByRole('link', { name: /^RS211123/ }).click();
    await page.getByRole('heading', { name: 'Översyn av förvaltningarnas stabsfunktioner' }).waitFor();
    await page.context().close();
  });
});

test('no page complains, breaks its own policy or asks another server', () => {
  expect(site.complaints).toEqual([]);
});
