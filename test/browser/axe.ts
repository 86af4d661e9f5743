import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const EVERYTHING = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules that depend on light and dark. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe finds on a page that is opened in light, there and in dark: the rule and the elements that break it. */
export async function foundByAxe(page: Page): Promise<string[]> {
  const light = await violationsOf(new AxeBuilder({ page }).withTags(EVERYTHING));
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violationsOf(new AxeBuilder({ page }).withRules(COLOURS));
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark];
}

async function violationsOf(axe: AxeBuilder): Promise<string[]> {
  // The pages have no frames, so that no page of its own is needed to put the results together.
  const { violations } = await axe.setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
}
