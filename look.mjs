import { chromium } from 'playwright-core';
import packed from '@sparticuz/chromium';
const b = await chromium.launch({ executablePath: await packed.executablePath(), headless: true, args: ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'] });
const p = await b.newPage({ viewport: { width: 1300, height: 900 } });
p.on('console', (m) => console.log('console', m.type(), m.text()));
p.on('pageerror', (e) => console.log('pageerror', e.message));
const [,, url, out, ...clicks] = process.argv;
await p.goto('http://localhost:3877' + url); await p.waitForTimeout(1200);
for (const c of clicks) { await p.click(c); await p.waitForTimeout(500); }
await p.screenshot({ path: out, fullPage: true });
console.log(p.url());
await b.close();
