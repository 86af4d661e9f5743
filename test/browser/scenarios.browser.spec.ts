import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { openSite, type Site } from './site.js';
import { tabTo } from './tab-to.js';

const demo = fileURLToPath(new URL('../../apps/api/demo/region-rs-1398-2021.ndjson', import.meta.url));

let site: Site;
beforeAll(async () => {
  site = await openSite();
  const lines = readFileSync(demo, 'utf8').trimEnd().split('\n');
  for (const slug of ['by-mouse', 'by-keyboard', 'steps'])
    await site.api.importLines(
      slug,
      lines.map((line) => JSON.parse(line) as object),
    );
}, 60_000);
afterAll(() => site.close());

const SHOTS = process.env['KRONIKA_SHOTS'];

async function shot(page: Page, name: string) {
  if (SHOTS !== undefined) await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}

const press = async (page: Page, button: Locator) => {
  await tabTo(page, button);
  await page.keyboard.press('Enter');
};

const row = (page: Page, name: string) => page.getByRole('treeitem', { name: new RegExp(`^\\W*${name}`) });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Begins a scenario about 2030 and waits for its tree. */
async function begin(page: Page, name: string) {
  await button(page, 'Nytt scenario').click();
  await page.getByLabel('Namn', { exact: true }).fill(name);
  await page.getByLabel('Datum som scenariot handlar om').fill('2030-01-01');
  await button(page, 'Skapa scenariot').click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  await row(page, 'VO Service').waitFor();
}

async function pick(page: Page, label: string, typed: string, option: RegExp) {
  await page.getByRole('combobox', { name: label }).fill(typed);
  await page.getByRole('option', { name: option }).click();
}

async function pickByKeys(page: Page, label: string, typed: string, option: RegExp) {
  await tabTo(page, page.getByRole('combobox', { name: label }));
  await page.keyboard.type(typed);
  const wanted = page.getByRole('option', { name: option, selected: true });
  await page.getByRole('option', { name: option }).waitFor();
  while ((await wanted.count()) === 0) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

describe('a planner', () => {
  test('simulates the merger two ways, compares, sees what is needed first, and adopts one', async () => {
    const page = await site.open('/org/by-mouse/scenarios');
    await page.getByText('Inga scenarier finns').waitFor();
    await begin(page, 'Nytt område');
    await row(page, 'VO Service').click();
    await button(page, 'Slå samman med …').click();
    await pick(page, 'Enheter som går samman', 'digital', /^VO Digitalisering/);
    await page.getByLabel('Namn', { exact: true }).fill('VO Stöd');
    await page
      .getByText('VO Service och VO Digitalisering och medicinsk teknik går samman')
      .first()
      .waitFor();
    await shot(page, 'dialog');
    await button(page, 'Lägg till som steg').click();
    await row(page, 'VO Stöd').waitFor();
    await button(page, 'Konsekvenser').click();
    await page.getByText('Måste beslutas först').waitFor();
    await page.getByText('De fackliga förhandlingar som krävs är genomförda.').waitFor();
    await shot(page, 'impact');
    const impact = await page.locator('.impact').innerText();
    expect(impact).toMatch(/Beslutas av\s+Regionstyrelsen/);
    expect(impact).toMatch(/Anställda\s+okänt/);

    await page.getByRole('link', { name: 'Alla scenarier' }).click();
    await begin(page, 'Service tar över');
    await row(page, 'VO Digitalisering').click();
    await button(page, 'Låt gå upp i …').click();
    await pick(page, 'Enhet som består', 'service', /^VO Service/);
    await button(page, 'Lägg till som steg').click();
    await row(page, 'VO Digitalisering').waitFor({ state: 'detached' });
    await shot(page, 'steps');

    await page.getByRole('link', { name: 'Alla scenarier' }).click();
    await page.getByLabel('Ta med Nytt område').check();
    await page.getByLabel('Ta med Service tar över').check();
    await shot(page, 'list');
    await page.getByRole('link', { name: 'Jämför 2 valda' }).click();
    await page.getByRole('rowheader', { name: 'VO Stöd' }).waitFor();
    const table = page.getByRole('table');
    await table.getByText('Öppet villkor').first().waitFor();
    await shot(page, 'alternatives');
    expect(await table.getByRole('row', { name: /^VO Digitalisering/ }).innerText()).toMatch(
      /fortsätter i VO Stöd\s[^]*fortsätter i VO Service/,
    );

    await table.getByRole('link', { name: 'Service tar över' }).click();
    await button(page, 'Föreslå och anta').click();
    await page.getByRole('combobox', { name: 'Ärende' }).last().fill('1398');
    await page.getByRole('option', { name: /^RS 1398-2021/ }).click();
    await page.getByLabel('Beslut', { exact: true }).selectOption({ index: 2 });
    await page.getByText('Förändringarna gäller så långt som beslutet räcker').waitFor();
    await shot(page, 'adopt');
    await button(page, 'Anta scenariot').click();
    await page.getByRole('heading', { name: /^Antaget/ }).waitFor();
    await shot(page, 'adopted');
    await page.context().close();
  });

  test('does so by the keyboard alone', async () => {
    const page = await site.open('/org/by-keyboard/scenarios');
    const plan = async (name: string) => {
      await press(page, button(page, 'Nytt scenario'));
      await tabTo(page, page.getByLabel('Namn', { exact: true }));
      await page.keyboard.type(name);
      await tabTo(page, page.getByLabel('Datum som scenariot handlar om'));
      await page.keyboard.press('Control+A');
      await page.keyboard.type('2030-01-01');
      await page.keyboard.press('Enter');
      await row(page, 'VO Service').waitFor();
      await tabTo(page, page.getByRole('treeitem'));
    };
    await button(page, 'Nytt scenario').waitFor();
    await plan('Nytt område');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await press(page, button(page, 'Slå samman med …'));
    await pickByKeys(page, 'Enheter som går samman', 'digital', /^VO Digitalisering/);
    await tabTo(page, page.getByLabel('Namn', { exact: true }));
    await page.keyboard.type('VO Stöd');
    await page.getByText(/går samman till VO Stöd/).waitFor();
    await page.keyboard.press('Enter');
    await row(page, 'VO Stöd').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.locator(':focus').innerText()).toMatch(/Regionstyrelsen/);
    await page.keyboard.press('Control+z');
    await page.getByText('Det senaste har tagits tillbaka.').waitFor();
    await row(page, 'VO Service').waitFor();
    await page.keyboard.press('Control+y');
    await row(page, 'VO Stöd').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Scenarier', level: 1 }).waitFor();

    await plan('Service tar över');
    await page.keyboard.type('VO');
    await page.keyboard.press('Enter');
    await press(page, button(page, 'Låt gå upp i …'));
    await pickByKeys(page, 'Enhet som består', 'service', /^VO Service/);
    await page.getByText(/går upp i VO Service/).waitFor();
    await press(page, button(page, 'Lägg till som steg'));
    await row(page, 'VO Digitalisering').waitFor({ state: 'detached' });
    await press(page, page.getByRole('link', { name: 'Jämför med andra scenarier' }));
    await tabTo(page, page.getByRole('checkbox', { name: 'Nytt område' }));
    await page.keyboard.press('Space');
    await page.getByRole('rowheader', { name: 'VO Stöd' }).waitFor();
    await page.getByText('Öppet villkor').first().waitFor();
    await press(page, page.getByRole('table').getByRole('link', { name: 'Service tar över' }));
    await press(page, button(page, 'Föreslå och anta'));
    await tabTo(page, page.getByRole('combobox', { name: 'Ärende' }).last());
    await page.keyboard.type('1398');
    await page.getByRole('option', { name: /^RS 1398-2021/ }).waitFor();
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByLabel('Beslut', { exact: true }));
    await page.keyboard.type('Arbetsutskottet');
    await page.getByText('Förändringarna gäller så långt som beslutet räcker').waitFor();
    await press(page, button(page, 'Anta scenariot'));
    await page.getByRole('heading', { name: /^Antaget/ }).waitFor();
    await page.context().close();
  });
});

describe('a scenario', () => {
  test('that somebody else has changed is shown anew before a step is taken', async () => {
    const page = await site.open('/org/steps/scenarios');
    await begin(page, 'Två planerare');
    await row(page, 'VO Service').click();
    await button(page, 'Byt namn …').click();
    await page.getByLabel('Nytt namn').fill('VO Andra');
    await page.getByText('VO Service byter namn till VO Andra').waitFor();
    const scenario = new URL(page.url()).searchParams.get('scenario');
    await site.api.data(`mutation ($input: SimulateInput!) { simulate(input: $input) { outcome } }`, {
      input: {
        scenario,
        steps: [{ changes: [{ rename: { on: '2030-01-01', unit: 'vo-service', name: 'VO Första' } }] }],
      },
    });
    await button(page, 'Lägg till som steg').click();
    await page.getByText('Scenariot har ändrats sedan').waitFor();
    await row(page, 'VO Första').waitFor();
    await page.getByText('VO Första byter namn till VO Andra').waitFor({ state: 'detached' });
    await page.getByLabel('Nytt namn').fill('VO Tredje');
    await page.getByText('VO Första byter namn till VO Tredje').waitFor();
    await button(page, 'Lägg till som steg').click();
    await row(page, 'VO Tredje').waitFor();
    await page.context().close();
  });

  test('takes a unit that is dragged, tells refusals at their fields, and is moved to a newer base', async () => {
    const page = await site.open('/org/steps/scenarios?at=2030-01-01');
    await begin(page, 'Prov');
    await row(page, 'Arbetsutskottet').dragTo(row(page, 'VO Service'));
    await page.getByText('Arbetsutskottet överförs från Regionstyrelsen till VO Service').waitFor();
    await page.getByLabel('Från och med').fill('2029-Q');
    await page.getByText('Skriv till exempel 2024-03-01').waitFor();
    await page.getByLabel('Från och med').fill('2029-Q4');
    await button(page, 'Lägg till som steg').click();
    await page.getByText('Steget har lagts till.').waitFor();
    expect(await row(page, 'Arbetsutskottet').getAttribute('aria-level')).toBe('3');

    await row(page, 'VO Service').click();
    await button(page, 'Flytta till …').click();
    await pick(page, 'Flyttar till', 'arbets', /^Arbetsutskottet/);
    await page.getByText('Det går inte').first().waitFor();
    await shot(page, 'refused');
    await page.keyboard.press('Escape');

    await site.api.data(
      `mutation ($input: RecordChangesInput!) { recordChanges(input: $input) { outcome } }`,
      {
        input: {
          organisation: 'steps',
          changes: [{ absorb: { on: '2028-01-01', units: ['vo-service'], into: 'vo-dmt' } }],
        },
      },
    );
    await page.reload();
    await page.getByText('Organisationen har fått 1 händelse').waitFor();
    await button(page, 'Föreslå och anta').click();
    await page.getByText('Det går inte:').waitFor();
    await shot(page, 'moved');
    await button(page, 'Se vad det betyder').last().click();
    await page.getByText('1 steg passar inte').waitFor();
    await shot(page, 'conflict');
    await button(page, /^Använd VO Digitalisering.* i stället för VO Service/).click();
    await page.getByText('1 steg passar inte').waitFor({ state: 'detached' });
    await button(page, 'Flytta till ny bas').click();
    await page.getByText('Scenariot bygger på det senaste').waitFor();

    await button(page, 'Om scenariot').click();
    await page.getByLabel('Antal nivåer').check();
    await button(page, 'Spara').click();
    await page.getByText('Sparat.').waitFor();
    await page.getByRole('list', { name: 'Mål' }).getByText('uppnått').waitFor();
    await button(page, 'Skillnader').click();
    await page.locator('.difference-row', { hasText: 'Arbetsutskottet' }).waitFor();
    await page.getByRole('link', { name: 'Jämför', exact: true }).click();
    await page.getByRole('heading', { name: 'Jämför', level: 1 }).waitFor();
    const chosen = (side: string, name: string) =>
      page
        .getByRole('group', { name: side })
        .getByLabel('Scenario')
        .locator('option:checked', { hasText: name })
        .waitFor({ state: 'attached' });
    await chosen('Efter', 'Prov');
    await chosen('Före', 'Det som gäller');
    await button(page, 'Byt plats').click();
    await page.waitForURL(/compareScenario=/);
    await page.locator('.difference-row', { hasText: 'Arbetsutskottet' }).waitFor();
    await page.goBack();
    await page.goBack();
    await shot(page, 'difference');
    if (SHOTS !== undefined) {
      await page.setViewportSize({ width: 400, height: 800 });
      await page.emulateMedia({ colorScheme: 'dark' });
      await shot(page, 'narrow-dark');
      await row(page, 'Arbets').click();
      await button(page, 'Dela …').click();
      await shot(page, 'narrow-split');
      await page.keyboard.press('Escape');
    }
    await page.context().close();
  });
});

test('no page complains, breaks its own policy or asks another server', () => {
  expect(site.complaints).toEqual([]);
});
