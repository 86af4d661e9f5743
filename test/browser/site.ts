import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { ServedApi } from '../../apps/api/src/testing/served-api.js';
import { servedHalland } from '../../apps/api/src/testing/served-demo.js';
import { startBrowser } from './browser.js';

/** The real server with the demo organisation, and a browser to look at it with. */
export interface Site {
  readonly api: ServedApi;
  /** Opens an address of the site, in a profile of its own. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** What the pages that were opened complained of, and what they asked of other servers. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export async function openSite(): Promise<Site> {
  const [api, browser]: [ServedApi, Browser] = await Promise.all([servedHalland(), startBrowser()]);
  const complaints: string[] = [];
  return {
    api,
    complaints,
    async open(path, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(api.url) && !url.startsWith('blob:')) complaints.push(`asks ${url}`);
      });
      await page.goto(`${api.url}${path}`);
      return page;
    },
    async close() {
      await browser.close();
      await api.close();
    },
  };
}
