import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { openSite, type Site } from './site.js';

const EVERYTHING = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

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

/** What axe finds, light and dark, as the rule and the elements that break it; colours are the same in every language. */
async function found(page: Page, language: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(EVERYTHING).setLegacyMode().analyze();
  if (language !== 'sv') return told(violations);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await new AxeBuilder({ page }).withRules(['color-contrast']).setLegacyMode().analyze();
  await page.emulateMedia({ colorScheme: 'light' });
  return told([...violations, ...dark.violations]);
}

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];

const told = (violations: Violations) =>
  violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);

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
      expect([part, ...(await found(page, language))]).toEqual([part]);
    }
    await page.context().close();
  });

  test('on the list, the comparison and the dialogs', async () => {
    const page = await open('/org/region-halland/scenarios?');
    await page.getByText(text('om 1 januari 2030', 'about 1 January 2030')).waitFor();
    await page.locator('.goals').waitFor();
    expect(await found(page, language)).toEqual([]);
    await page.getByRole('button', { name: text('Nytt scenario', 'New scenario') }).click();
    expect(await found(page, language)).toEqual([]);
    await page.goto(`${site.api.url}/org/region-halland/scenarios/compare?of=${scenario}&lang=${language}`);
    await page.getByRole('rowheader', { name: 'Telefoni' }).waitFor();
    expect(await found(page, language)).toEqual([]);
    await page.goto(`${site.api.url}/org/region-halland/scenarios?scenario=${scenario}&lang=${language}`);
    const plan = page.getByRole('button', { name: text('Ny förändring', 'New change') });
    for (const kind of ['SPLIT', 'DISSOLVE']) {
      await plan.click();
      await page.getByRole('dialog').getByRole('combobox').first().selectOption(kind);
      expect([kind, ...(await found(page, language))]).toEqual([kind]);
      await page.keyboard.press('Escape');
    }
    await page.context().close();
  });
});

test('no page complains, breaks its own policy or asks another server', () => {
  expect(site.complaints).toEqual([]);
});
