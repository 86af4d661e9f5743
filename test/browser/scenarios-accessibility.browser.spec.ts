import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { foundByAxe } from './axe.js';
import { openSite, type Site } from './site.js';

let site: Site;
let scenario: string;
beforeAll(async () => {
  site = await openSite();
  const input = {
    organisation: 'region-halland',
    name: 'Prov',
    at: '2030-01-01',
    visibility: 'ORGANISATION',
    targets: [{ goal: 'MAX_LAYERS', most: 3 }, { goal: 'COST_NEUTRAL' }],
  };
  const { createScenario } = await site.api.data<{ createScenario: { scenario: { id: string } } }>(
    `mutation ($input: CreateScenarioInput!) { createScenario(input: $input) { scenario { id } } }`,
    { input },
  );
  scenario = createScenario.scenario.id;
  const steps = [
    { changes: [{ rename: { on: '2029', unit: 'tele', name: 'Telefoni' } }] },
    { changes: [{ transfer: { on: '2030-01-01', unit: 'tele', to: 'rs' } }] },
  ];
  await site.api.data(`mutation ($input: SimulateInput!) { simulate(input: $input) { outcome } }`, {
    input: { scenario, steps },
  });
  await site.api.data(`mutation ($input: RecordChangesInput!) { recordChanges(input: $input) { outcome } }`, {
    input: {
      organisation: 'region-halland',
      changes: [{ dissolve: { on: '2028-01-01', unit: 'tele', succession: 'NONE' } }],
    },
  });
}, 60_000);
afterAll(() => site.close());

/** Each part of a scenario, and a text by which it is known to be there, in Swedish and English. */
const PARTS = [
  ['steps', 'Steg', 'Steps'],
  ['impact', 'Måste beslutas först', 'Must be decided first'],
  ['difference', 'Skillnader mot basen', 'Differences from the base'],
  ['rebase', 'passar inte', 'does not fit'],
  ['adopt', 'Det går inte:', 'It cannot be done:'],
  ['about', 'Senast ändrat', 'Last changed'],
] as const;

describe.each(['sv', 'en'] as const)('in %s, light and dark, axe finds nothing', (language) => {
  const open = (path: string) => site.open(`${path}lang=${language}`, { colorScheme: 'light' });
  const text = (sv: string, en: string) => (language === 'sv' ? sv : en);

  test('on the parts of a scenario', async () => {
    const page = await open(`/org/region-halland/scenarios?scenario=${scenario}&`);
    const parts = page.getByRole('group', { name: text('Visa bredvid trädet', 'Show beside the tree') });
    await page.getByRole('treeitem').first().waitFor();
    for (const [place, [part, sv, en]] of PARTS.entries()) {
      await parts.getByRole('button').nth(place).click();
      await page.locator('.panel').getByText(text(sv, en)).first().waitFor();
      expect([part, ...(await foundByAxe(page))]).toEqual([part]);
    }
    await page.context().close();
  });

  test('on the list, the comparison and the dialogs', async () => {
    const page = await open('/org/region-halland/scenarios?');
    await page.getByText(text('om 1 januari 2030', 'about 1 January 2030')).waitFor();
    await page.locator('.goals').waitFor();
    expect(await foundByAxe(page)).toEqual([]);
    await page.getByRole('button', { name: text('Nytt scenario', 'New scenario') }).click();
    expect(await foundByAxe(page)).toEqual([]);
    await page.goto(`${site.api.url}/org/region-halland/scenarios/compare?of=${scenario}&lang=${language}`);
    await page.getByRole('rowheader', { name: 'Telefoni' }).waitFor();
    expect(await foundByAxe(page)).toEqual([]);
    await page.goto(`${site.api.url}/org/region-halland/scenarios?scenario=${scenario}&lang=${language}`);
    const plan = page.getByRole('button', { name: text('Ny förändring', 'New change') });
    for (const view of ['table', 'chart']) {
      await page.goto(
        `${site.api.url}/org/region-halland/scenarios?scenario=${scenario}&view=${view}&lang=${language}`,
      );
      await page
        .locator(view === 'table' ? 'tbody tr' : 'svg.chart [role="treeitem"]')
        .first()
        .waitFor();
      expect([view, ...(await foundByAxe(page))]).toEqual([view]);
    }
    for (const kind of ['TRANSFER', 'MERGE', 'SPLIT', 'DISSOLVE', 'REACTIVATE', 'MOVE_RESPONSIBILITY']) {
      await plan.click();
      await page.getByRole('dialog').getByRole('combobox').first().selectOption(kind);
      expect([kind, ...(await foundByAxe(page))]).toEqual([kind]);
      await page.keyboard.press('Escape');
    }
    await page.context().close();
  });
});

test('no page complains, breaks its own policy or asks another server', () => {
  expect(site.complaints).toEqual([]);
});
