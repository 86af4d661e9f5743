import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import { openSite, type Site } from './site.js';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

const EVERYTHING = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules that depend on light and dark. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** Each page, and a text by which it is known to be there, in Swedish and English. */
const PAGES: readonly (readonly [path: string, sv: string, en: string])[] = [
  ['/', 'händelser i liggaren', 'events in the ledger'],
  ['/accessibility', 'Tangenter', 'Keys'],
  ['/org/region-halland?at=2022-01-01', 'Regionkontoret', 'Regionkontoret'],
  ['/org/region-halland?at=2016-01-01', 'Ingen enhet gäller säkert', 'No unit is certainly in force'],
  [
    '/org/region-halland?at=2022-01-01&unit=it-tele&why=1&standing=proposed',
    'Det som väntar',
    'What is pending',
  ],
  ['/org/region-halland?at=2022-01-01&view=table', 'Hämta CSV', 'Download CSV'],
  ['/org/region-halland?at=2022-01-01&view=chart', 'Hämta SVG', 'Download SVG'],
  ['/org/region-halland/unit/it-digitalisering?at=2024-01-01', 'IT- och teleservice', 'IT- och teleservice'],
  ['/org/region-halland/unit/it-digitalisering?at=2016-01-01', 'obestämt', 'not known'],
  ['/org/region-halland/changes', 'Rensa urvalet', 'Clear the filter'],
  ['/org/region-halland/compare?compare=2022-01-01&at=2024-01-01', 'Började', 'Begun'],
  ['/org/ingen', 'Organisationen finns inte', 'There is no such organisation'],
  ['/nowhere', 'Sidan finns inte', 'There is no such page'],
];

/** What axe finds, as the rule and the elements that break it. */
async function found(axe: AxeBuilder): Promise<string[]> {
  // The pages have no frames, so that no page of its own is needed to put the results together.
  const { violations } = await axe.setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
}

describe.each(['sv', 'en'] as const)('in %s, light and dark', (language) => {
  test.each(PAGES)('axe finds nothing on %s', async (path, sv, en) => {
    const separator = path.includes('?') ? '&' : '?';
    const page = await site.open(`${path}${separator}lang=${language}`, { colorScheme: 'light' });
    await page
      .getByText(language === 'sv' ? sv : en)
      .first()
      .waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    expect(await found(new AxeBuilder({ page }).withTags(EVERYTHING))).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await found(new AxeBuilder({ page }).withRules(COLOURS))).toEqual([]);
    await page.context().close();
  });
});

test('no page complains, breaks its own policy or asks another server', () => {
  expect(site.complaints).toEqual([]);
});
