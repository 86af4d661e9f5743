import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { verifyChainProof } from '#ledger';
import type { Position } from '#temporal';
import type { Locator, Page } from 'playwright-core';
import { openSite, type Site } from './site.js';

const AUDIT = '/org/region-halland/audit';

let site: Site;
let head = 0;
beforeAll(async () => {
  site = await openSite();
  const rename = { on: '2031-01-01', unit: 'tele', name: 'Telservice' };
  const made = await record({ rename: { ...rename, reason: 'Enligt plan' } });
  const correct = { change: made.changes[0]!.id, with: { rename: { ...rename, name: 'Telefonservice' } } };
  head = (await record({ correct: { ...correct, reason: 'Felläst i protokollet' } })).position;
}, 60_000);
afterAll(() => site.close());

async function record(change: object) {
  const data = await site.api.data<{
    recordChanges: { position: number; changes: { id: string }[]; userErrors: unknown[] };
  }>(
    `mutation ($input: RecordChangesInput!) {
      recordChanges(input: $input) { position changes { id } userErrors { code } } }`,
    { input: { organisation: 'region-halland', changes: [change] } },
  );
  expect(data.recordChanges.userErrors).toEqual([]);
  return data.recordChanges;
}

async function position(): Promise<number> {
  const data = await site.api.data<{ organisation: { position: number } }>(
    '{ organisation(slug: "region-halland") { position } }',
  );
  return data.organisation.position;
}

/** Tabs until what is wanted is in focus; fails where it cannot be reached so. */
async function tabTo(page: Page, wanted: Locator) {
  for (let presses = 0; presses < 80; presses += 1) {
    if ((await wanted.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The Tab key does not lead there.');
}

describe('an auditor', () => {
  test('finds who recorded a correction and what was believed before, and compares the two', async () => {
    const page = await site.open('/org/region-halland?at=2022-01-01');
    await page.getByRole('link', { name: 'Revision' }).click();
    await page.getByLabel('Skäl', { exact: true }).fill('felläst');
    await page.getByText('1 händelse', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Teleservice bytte namn till Telefonservice' }).click();
    await page.getByRole('heading', { name: 'Vad man trodde tidigare' }).waitFor();
    const believed = page.locator('.believed');
    expect(await believed.innerText()).toContain('Teleservice bytte namn till Telservice');
    expect(await believed.innerText()).toContain('Skäl: Felläst i protokollet');
    expect(await page.locator('.facts').innerText()).toMatch(/Registrerat av\s+local/);
    await page.getByRole('link', { name: /^Jämför organisationen 1 januari 2031/ }).click();
    await page.getByRole('status', { name: 'Skillnader' }).getByText('Nytt namn').waitFor();
    await page
      .getByText(/Telservice → Telefonservice/)
      .first()
      .waitFor();
    await page.context().close();
  });

  test('does so by the keyboard alone', async () => {
    const page = await site.open(`${AUDIT}?lang=en`);
    await page.getByRole('heading', { name: 'The ledger', exact: true }).waitFor();
    await tabTo(page, page.getByRole('checkbox', { name: /Only corrections/ }));
    await page.keyboard.press('Space');
    await page.waitForURL(/amendments=1/);
    await tabTo(page, page.getByRole('link', { name: 'Teleservice was renamed Telefonservice' }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'What was believed before' }).waitFor();
    await tabTo(page, page.getByRole('link', { name: /^Compare the organisation/ }));
    await page.keyboard.press('Enter');
    await page.waitForURL(/compareKnown=/);
    await page
      .getByText(/Telservice → Telefonservice/)
      .first()
      .waitFor();
    await page.context().close();
  });

  test('verifies the ledger, and holds it to a checkpoint', async () => {
    const page = await site.open(AUDIT);
    await page.getByRole('button', { name: 'Kontrollera liggaren' }).click();
    await page.getByRole('heading', { name: 'Allt stämmer' }).waitFor();
    const kept = await page.locator('.checkpoint code').innerText();
    expect(kept).toMatch(new RegExp(`^${head}:[0-9a-f]{64}$`));
    await page.getByLabel(/^Kontrollpunkt/).fill(`${head - 1}:${kept.split(':')[1]}`);
    await page.getByRole('button', { name: 'Kontrollera liggaren' }).click();
    await page.getByRole('heading', { name: 'Något stämmer inte' }).waitFor();
    await page.getByText(/Historiken fram till position/).waitFor();
    await page.context().close();
  });

  test('downloads a proof, and tries it without the server', async () => {
    const page = await site.open(`${AUDIT}/55`);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Hämta beviset' }).click();
    const proof: unknown = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
    await page.goto(`${site.api.url}${AUDIT}`);
    await page.getByRole('button', { name: 'Kontrollera liggaren' }).click();
    const [position = '', hash = ''] = (await page.locator('.checkpoint code').innerText()).split(':');
    const kept = { position: Number(position) as Position, hash };
    expect(verifyChainProof(proof, kept)).toMatchObject({ ok: true, proof: { position: 55 } });
    expect(verifyChainProof(proof, { ...kept, hash: hash.replace(/^./, 'x') })).toMatchObject({ ok: false });
    await page.context().close();
  });

  test('verifies it by the keyboard alone', async () => {
    const page = await site.open(`${AUDIT}?lang=en`);
    const field = page.getByLabel(/^Checkpoint/);
    await field.waitFor();
    await tabTo(page, field);
    await page.keyboard.type('12');
    await page.getByText('Write the position, a colon').waitFor();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'All is well' }).waitFor();
    await page.context().close();
  });

  test('is told of an event that is not there', async () => {
    const page = await site.open(`${AUDIT}/999999`);
    await page.getByText('Händelsen finns inte').waitFor();
    await page.context().close();
  });
});

describe('somebody in HR', () => {
  test('records a rename, after seeing in a sentence what it comes to', async () => {
    const page = await site.open('/org/region-halland/record?do=RENAME&on=2032-05-01');
    await page.getByRole('combobox', { name: 'Enhet', exact: true }).fill('regionkont');
    await page.getByRole('option', { name: /^Regionkontoret/ }).click();
    await page.getByLabel('Nytt namn').fill('Regionens kontor');
    await page.getByText('Regionkontoret bytte namn till Regionens kontor').waitFor();
    const before = await position();
    await page.getByRole('button', { name: 'Registrera', exact: true }).click();
    await page.getByRole('heading', { name: 'Registrerat' }).waitFor();
    expect(await position()).toBe(before + 1);
    await page.getByRole('link', { name: /^Visa organisationen 1 maj 2032/ }).click();
    await page.getByRole('treeitem', { name: /Regionens kontor/ }).waitFor();
    await page.context().close();
  });

  test('does so by the keyboard alone, and is asked when nothing would change', async () => {
    const page = await site.open('/org/region-halland/record?do=RENAME&on=2033-01-01&lang=en');
    const unit = page.getByRole('combobox', { name: 'Unit', exact: true });
    await unit.waitFor();
    await tabTo(page, unit);
    await page.keyboard.type('telef');
    await page.getByRole('option', { name: /^Telefonservice/ }).waitFor();
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByLabel('New name'));
    await page.keyboard.type('Telefonservice');
    const confirm = page.getByRole('checkbox', { name: /Yes, it is so/ });
    await confirm.waitFor();
    const before = await position();
    await tabTo(page, page.getByLabel('Reason'));
    await page.keyboard.type('As it was said');
    await tabTo(page, confirm);
    await page.keyboard.press('Space');
    await page.locator('.would-happen li').waitFor();
    await tabTo(page, page.getByRole('button', { name: 'Record', exact: true }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Recorded' }).waitFor();
    expect(await position()).toBe(before + 1);
    await page.context().close();
  });

  test('records a new unit and a move into it together, all or none', async () => {
    const page = await site.open('/org/region-halland/record?do=ESTABLISH&on=2035-01-01');
    await page.getByLabel('Namn', { exact: true }).fill('Digitala tjänster');
    await page.getByRole('combobox', { name: 'Enhetstyp' }).selectOption('avdelning');
    await page.getByRole('combobox', { name: 'Ligger under', exact: true }).fill('regionstyr');
    await page.getByRole('option', { name: /^Regionstyrelsen styrelse/ }).click();
    await page.getByText('Digitala tjänster inrättades under Regionstyrelsen').waitFor();
    const before = await position();
    const another = page.getByRole('button', { name: 'Lägg till en förändring till' });
    await another.click();
    await page.getByRole('heading', { name: 'Ändringspaket' }).waitFor();
    // Who is about to leave it is asked; a dialog that nobody answers is answered with no.
    await page.getByRole('link', { name: 'Revision', exact: true }).click();
    await page.getByRole('heading', { name: 'Ändringspaket' }).waitFor();
    await page.getByRole('combobox', { name: 'Vad ska registreras?' }).selectOption('TRANSFER');
    await page.getByRole('combobox', { name: 'Enhet som flyttar' }).fill('hr-');
    await page.getByRole('option', { name: /^HR-avdelningen/ }).click();
    await page.getByRole('combobox', { name: 'Flyttar till' }).fill('digitala');
    await page.getByRole('option', { name: 'Digitala tjänster ny i ändringspaketet' }).click();
    await page.getByText('HR-avdelningen överfördes från Regionens kontor till Digitala tjänster').waitFor();
    expect(await position()).toBe(before);
    await page.getByRole('button', { name: 'Registrera', exact: true }).click();
    await page.getByRole('heading', { name: 'Registrerat' }).waitFor();
    expect(await position()).toBe(before + 2);
    await page.getByRole('link', { name: /^Visa organisationen 1 januari 2035/ }).click();
    await page.getByRole('treeitem', { name: /HR-avdelningen/ }).waitFor();
    await page.context().close();
  });

  test('is told beside the field why something is refused', async () => {
    const page = await site.open('/org/region-halland/record?do=TRANSFER&on=2032-05-01');
    await page.getByRole('combobox', { name: 'Enhet som flyttar' }).fill('regionservice');
    await page.getByRole('option', { name: /^Regionservice/ }).click();
    await page.getByRole('combobox', { name: 'Flyttar till' }).fill('telefon');
    await page.getByRole('option', { name: /^Telefonservice/ }).click();
    await page
      .getByRole('group', { name: 'Flyttar till' })
      .getByText('skulle stå under sig själva')
      .waitFor();
    expect(
      await page.getByRole('button', { name: 'Registrera', exact: true }).getAttribute('aria-disabled'),
    ).toBe('true');
    await page.context().close();
  });

  test('finds a change in the chronicle, with what it rests on and how to correct it', async () => {
    const page = await site.open('/org/region-halland/changes?text=teleservice');
    await page
      .getByRole('link', { name: /^IT- och teleservice, utom Teleservice, överförs/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: /^IT- och teleservice, utom Teleservice/ }).waitFor();
    await page.getByText('Regionstyrelsen § 8').first().waitFor();
    await page.getByRole('link', { name: 'Rätta …' }).click();
    await page.getByRole('combobox', { name: 'Vad det egentligen var' }).waitFor();
    await page.locator('.picked').getByText('IT- och teleservice').first().waitFor();
    await page.context().close();
  });

  test('corrects a change from what was said of it', async () => {
    const page = await site.open('/org/region-halland/record?do=CORRECT');
    await page.getByRole('combobox', { name: 'Vilken förändring?' }).fill('bytte namn Telefonservice');
    await page.getByRole('option', { name: /2031/ }).click();
    const name = page.getByLabel('Nytt namn');
    await name.waitFor();
    expect(await name.inputValue()).toBe('Telefonservice');
    await name.fill('Telefoni');
    await page.getByLabel('Skäl', { exact: true }).fill('Kortare');
    await page.locator('.would-happen').getByText('Teleservice bytte namn till Telefoni ').waitFor();
    await page.context().close();
  });
});

const LINES = [
  '{"kind":"establish","on":"2034-01-01","unit":{"key":"ny-1","name":"Ny ett","type":"avdelning","parent":"rs"}}',
  '{"kind":"rename","on":"2034-01-01","unit":"finns-inte","name":"X"}',
  '{"kind":"rename","on":',
];
const FILE = { name: 'fel.ndjson', mimeType: 'application/x-ndjson', buffer: Buffer.from(LINES.join('\n')) };

describe('an import', () => {
  test('with errors is previewed, line by line, and nothing is recorded', async () => {
    const before = await position();
    const page = await site.open('/org/region-halland/import');
    await page.getByLabel('Välj en fil, eller släpp den här').setInputFiles(FILE);
    await page.getByRole('heading', { name: 'Förhandsgranskning av fel.ndjson' }).waitFor();
    await page.getByText('Inget är registrerat.').waitFor();
    const rows = await page.locator('tbody tr').allInnerTexts();
    expect(rows.map((row) => row.split('\t').filter((_, at) => at !== 2))).toEqual([
      ['2', 'unit', 'UNKNOWN_UNIT'],
      ['3', '–', 'NOT_JSON'],
    ]);
    expect(await page.getByRole('button', { name: /^Registrera \d/ }).count()).toBe(0);
    expect(await position()).toBe(before);
    await page.context().close();
  });

  test('without errors is recorded by the keyboard alone', async () => {
    const before = await position();
    const page = await site.open('/org/region-halland/import?lang=en');
    const input = page.getByLabel('Choose a file, or drop it here');
    await input.waitFor();
    // Asked for first: the browser takes a moment to hand its dialog over.
    const chooser = page.waitForEvent('filechooser');
    await tabTo(page, input);
    await page.keyboard.press('Enter');
    await (await chooser).setFiles({ ...FILE, name: 'bra.ndjson', buffer: Buffer.from(LINES[0]!) });
    const button = page.getByRole('button', { name: 'Record 1 line' });
    await button.waitFor();
    expect(await position()).toBe(before);
    await tabTo(page, button);
    await page.keyboard.press('Enter');
    await page.getByText('1 line was recorded').waitFor();
    expect(await position()).toBe(before + 1);
    await page.context().close();
  });
});

test('no page complains, breaks its own policy or asks another server', () => {
  expect(site.complaints).toEqual([]);
});
