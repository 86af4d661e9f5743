import type { Locator, Page } from 'playwright-core';

/** Tabs until what is wanted is in focus; fails where it cannot be reached so. */
export async function tabTo(page: Page, wanted: Locator, most = 150): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    if ((await wanted.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The Tab key does not lead there.');
}
