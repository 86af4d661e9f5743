import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { chronicleEventTypes, parseEnvelope } from '#ledger';
import { chart, replay, Timeline, type ChangeEventData } from '#structure';
import { civilDate, dayOf } from '#temporal';

const folder = new URL('../../libs/ledger/fixtures/', import.meta.url);
const releases = readdirSync(folder)
  .filter((name) => name.endsWith('.ndjson'))
  .map((name) => name.replace('.ndjson', ''));

/** What the events of each release fold to: a digest of the charts on days of every year, as known at every position. */
const DIGESTS: Readonly<Record<string, string>> = {
  '0.1.0': '21707224f09eb08b1dc21b15b3e20fbeedce23a7e78fed0db5988c20aa7c69f5',
  '0.2.0': '9f9dc9c5640032982c2ed5ff6bd930991f7498d2633fd0a95d5bdafec19bdac0',
};

function eventsOf(release: string) {
  return readFileSync(new URL(`${release}.ndjson`, folder), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('['))
    .map((line) => {
      const [, envelope] = JSON.parse(line) as [string, unknown];
      return parseEnvelope(JSON.stringify(envelope));
    });
}

function folded(release: string): { timeline: Timeline; positions: number[] } {
  const timeline = new Timeline();
  const positions: number[] = [];
  for (const { type, schemaVersion, data, written, command } of eventsOf(release)) {
    const current = chronicleEventTypes.upcast(type, schemaVersion, data).data as unknown as ChangeEventData;
    replay(timeline, type, current, { ...written, actor: command.actor, reason: command.reason });
    positions.push(written.position);
  }
  return { timeline, positions };
}

function digestOf({ timeline, positions }: ReturnType<typeof folded>): string {
  const hash = createHash('sha256');
  for (const position of positions) {
    for (let year = 2015; year <= 2043; year++) {
      for (const day of ['01-01', '06-30', '12-31']) {
        const at = dayOf(civilDate(`${year}-${day}`));
        for (const hierarchy of ['line', 'political']) {
          const boxes = chart({ timeline, at, position }, { hierarchy });
          const rows = boxes.map(({ id, name, type, path, codes, since, indeterminate }) => [
            id,
            name,
            type,
            path,
            codes,
            since,
            indeterminate,
          ]);
          hash.update(JSON.stringify(rows));
        }
      }
    }
  }
  return hash.digest('hex');
}

describe.each(releases)('the events of release %s', (release) => {
  it('still fold to the charts that they folded to', () => {
    expect(digestOf(folded(release))).toBe(DIGESTS[release]);
  });

  it('show what they were recorded to show', () => {
    const { timeline, positions } = folded(release);
    const on = (date: string, position: number = positions.at(-1)!) =>
      chart({ timeline, at: dayOf(civilDate(date)), position }).map(({ name, depth }) => `${depth} ${name}`);
    expect(on('2017-06-01')).toEqual([
      '0 Region Exempel',
      '1 Kontoret',
      '2 Digitalisering',
      '3 Användbarhet',
      '2 IT',
      '3 Teleservice',
      '1 Service',
      '2 Kost',
    ]);
    expect(on('2043-01-01')).toContain('2 Nyare');
    expect(on('2015-01-01')).toContain('2 IT-enhet');
    expect(on('2015-01-01', 23)).toContain('2 IT-enheten');
  });
});

describe('the events of release 0.2.0', () => {
  const { timeline } = folded('0.2.0');
  const officeAt = (position: number) => {
    const boxes = chart({ timeline, at: dayOf(civilDate('2025-06-01')), position });
    const { parentId } = boxes.find(({ name }) => name === 'Registraturen')!;
    return boxes.find(({ id }) => id === parentId)!.name;
  };

  it.each([
    [40, 'proposed', 'Arkivet'],
    [42, 'rescheduled while it waits', 'Arkivet'],
    [44, 'enacted', 'Sekretariatet'],
    [46, 'suspended', 'Arkivet'],
    [48, 'enacted again', 'Sekretariatet'],
    [50, 'appealed', 'Sekretariatet'],
    [51, 'annulled', 'Arkivet'],
    [59, 'proposed again and blocked', 'Arkivet'],
  ])('at %i, with the transfer %s, have the registry under %s', (position, _, parent) => {
    expect(officeAt(position)).toBe(parent);
  });
});
