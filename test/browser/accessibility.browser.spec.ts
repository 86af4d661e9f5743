import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { foundByAxe } from './axe.js';
import { openSite, type Site } from './site.js';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

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
  ['/org/region-halland/changes/rh-overflyttning-it-linje', 'Hur den registrerades', 'How it was recorded'],
  ['/org/region-halland/changes/ingen', 'Den förändringen är inte känd', 'That change is not known'],
  ['/org/region-halland/compare?compare=2022-01-01&at=2024-01-01', 'Började', 'Begun'],
  ['/org/region-halland/matters', 'Väntar på Regionfullmäktige', 'Waits for Regionfullmäktige'],
  ['/org/region-halland/matters/RS200432', '13 underlag saknas', '13 pieces of evidence are missing'],
  ['/org/region-halland/matters/RS211123', 'sista dag går inte att säga', 'the last day cannot be told'],
  ['/org/region-halland/matters/RS0', 'Ärendet finns inte', 'There is no such matter'],
  ['/org/region-halland/todo', 'Ta fram protokollet', 'Find the minutes'],
  ['/org/region-halland/follow-up?at=2023-12-31', '8 av 11 uppfylls', '8 of 11 met'],
  ['/org/region-halland/follow-up/measures', 'lägre är bättre', 'lower is better'],
  [
    '/org/region-halland/follow-up/measures/Ekonomiskt resultat?at=2023-08-31&period=2020',
    'Inte jämförbart: 2020',
    'Not like for like: 2020',
  ],
  ['/org/region-halland/follow-up/contradictions', '10 motsägelser', '10 contradictions'],
  ['/org/region-halland/audit', 'den senaste först', 'the newest first'],
  ['/org/region-halland/audit/5', 'som det är lagrat', 'as it is stored'],
  [
    '/org/region-halland/record?do=SPLIT&on=2032-05-01&unit=it-tele',
    'Enheterna under den',
    'The units below it',
  ],
  ['/org/region-halland/record?do=MERGE&on=2032-05-01', 'Den nya enheten', 'The new unit'],
  ['/org/region-halland/record?do=REORGANISE&on=2032-05-01', 'Enheter som upphör', 'Units that end'],
  ['/org/region-halland/record?do=ANTICIPATE', 'Ännu öppet', 'Still open'],
  ['/org/region-halland/record?do=CORRECT', 'Vilken förändring?', 'Which change?'],
  ['/org/region-halland/import', 'Välj en fil', 'Choose a file'],
  ['/org/region-halland/scenarios', 'Inga scenarier finns', 'There are no scenarios'],
  ['/org/region-halland/scenarios/compare', 'Välj minst ett scenario', 'Choose at least one scenario'],
  ['/org/region-halland/scenarios?scenario=none', 'Scenariot finns inte', 'There is no such scenario'],
  ['/org/ingen', 'Organisationen finns inte', 'There is no such organisation'],
  ['/nowhere', 'Sidan finns inte', 'There is no such page'],
];

describe.each(['sv', 'en'] as const)('in %s, light and dark', (language) => {
  test.each(PAGES)('axe finds nothing on %s', async (path, sv, en) => {
    const separator = path.includes('?') ? '&' : '?';
    const page = await site.open(`${path}${separator}lang=${language}`, { colorScheme: 'light' });
    await page
      .getByText(language === 'sv' ? sv : en)
      .first()
      .waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    expect(await foundByAxe(page)).toEqual([]);
    // WCAG 1.4.10: nothing is lost, and nobody scrolls in two directions, on a small screen or enlarged four times.
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await page.context().close();
  });
});

test('no page complains, breaks its own policy or asks another server', () => {
  expect(site.complaints).toEqual([]);
});
