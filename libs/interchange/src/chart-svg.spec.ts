import { describe, expect, test } from '@jest/globals';
import { chart } from '#structure';
import { establish, RecordedHistory } from '../../structure/src/testing/recorded-history.js';
import { chartSvg } from './chart-svg.js';

const TITLE = { title: 'Regionen', subtitle: '2021-02-01' };

function picture(at = '2021-02-01'): string {
  const history = new RecordedHistory();
  history.record(establish('a', '2000-01-01', null, { name: 'A' }));
  history.record(establish('b', '2000-01-01', 'a', { name: 'B' }));
  history.record(establish('c', '2000-01-01', 'a', { name: '<script>alert("x")</script> & c:o' }));
  history.record(establish('d', '2000-01-01', 'b', { name: `D${'d'.repeat(60)}` }));
  history.record({ kind: 'rename', on: '2021', unit: 'd', name: 'Annat' });
  return [...chartSvg(chart(history.on(at)), TITLE)].join('');
}

/** Where the boxes stand, by their names in full. */
function boxesIn(svg: string): Record<string, { x: number; y: number }> {
  const found = [...svg.matchAll(/<g><title>(.*?) \(.*?\)<\/title><rect x="([\d.]+)" y="([\d.]+)"/g)];
  return Object.fromEntries(found.map(([, name, x, y]) => [name, { x: Number(x), y: Number(y) }]));
}

describe('a chart as a picture', () => {
  test('has a box for each unit, further right the deeper it stands, midway beside what is under it', () => {
    const boxes = boxesIn(picture());
    const [a, b, c, d] = [
      'A',
      'B',
      '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; c:o',
      `D${'d'.repeat(60)}`,
    ].map((name) => boxes[name!]!);
    expect(Object.keys(boxes)).toHaveLength(4);
    expect(b!.x).toBeGreaterThan(a!.x);
    expect(d!.x).toBeGreaterThan(b!.x);
    expect(c!.x).toBe(b!.x);
    expect(a!.y).toBe((b!.y + c!.y) / 2);
    expect(d!.y).toBe(b!.y);
  });

  test('draws a line to each unit from what it stands under, and a dashed frame around what is indeterminate', () => {
    expect(picture().match(/<path /g)).toHaveLength(3);
    expect(picture().match(/stroke-dasharray/g)).toHaveLength(1);
    expect(picture('2022-01-01')).not.toContain('stroke-dasharray');
  });

  test('holds names as text, never as markup', () => {
    expect(picture()).not.toContain('<script');
    expect(picture()).toContain(`${'d'.repeat(30)}…</text>`);
  });

  test('of nothing is a picture with its title', () => {
    const empty = [...chartSvg([], TITLE)].join('');
    expect(empty).toMatch(/^<svg [^>]*width="240" height="54"/);
    expect(empty).toContain('<title>Regionen</title>');
  });
});
