import { describe, expect, test } from '@jest/globals';
import { chartLayout } from './chart-layout.js';
import { pdfOf } from './chart-pdf.js';
import { pixelsFor } from './chart-png.js';
import { drawingOf } from './drawing.js';
import { svgOf } from './chart-file.js';

const units = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `u${at}`, parentId: at === 0 ? null : 'u0' }));
const drawn = (count: number, name = 'Nämnd') =>
  drawingOf(
    { title: 'Schema (1)', subtitle: 'den 1 januari' },
    chartLayout(units(count)),
    (id) => `${name} ${id}`,
    (id) => id === 'u1',
  );

/** The PDF as text, a sign a byte, and what its page draws. */
async function opened(count: number, name?: string) {
  const file = await pdfOf(drawn(count, name), 'sv');
  const text = new TextDecoder('latin1').decode(file);
  const packed = file.slice(text.indexOf('stream\n') + 'stream\n'.length, text.indexOf('\nendstream'));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
  return { text, content: await new Response(stream).text() };
}

describe('a chart as PDF', () => {
  test('is one page as large as the chart, with every unit as text', async () => {
    const { text, content } = await opened(40);
    const { width, height } = drawn(40);
    expect(text.slice(0, 8)).toBe('%PDF-1.7');
    expect(text).toContain(`/MediaBox[0 0 ${(width * 0.75).toFixed(5)} ${(height * 0.75).toFixed(5)}]`);
    expect(text).toContain('/Lang(sv)');
    expect(content).toContain('(Schema \\(1\\)) Tj');
    expect(content.match(/\(N\\344mnd u\d+\) Tj/g)).toHaveLength(40);
    expect(content.match(/\[5 3\] 0 d/g)).toHaveLength(1);
  });

  test('says where each of its objects stands', async () => {
    const { text } = await opened(3);
    const table = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    expect(text.slice(table, table + 4)).toBe('xref');
    const places = [...text.slice(table).matchAll(/^(\d{10}) 00000 n/gm)].map(([, place]) => Number(place));
    expect(places.map((place) => text.slice(place, place + 7))).toEqual(
      places.map((_, index) => `${index + 1} 0 obj`),
    );
  });

  test('counts in larger units where a page would be too long', async () => {
    const { text } = await opened(1_000);
    const [, width, height] = /MediaBox\[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? [];
    expect(Number(height)).toBe(14_400);
    expect(Number(width)).toBeGreaterThan(100);
    expect(text).toMatch(/\/UserUnit 2\.\d+/);
  });

  test('writes letters that its fonts lack without their marks', async () => {
    const { content } = await opened(1, 'Łódź – Čes € 漢');
    expect(content).toContain('(?\\363dz \\226 Ces \\200 ? u0) Tj');
  });
});

describe('a chart as SVG', () => {
  test('has every unit, whatever the screen shows', () => {
    const svg = svgOf(drawn(40, 'A & B'));
    expect(svg.match(/<title>A &amp; B u\d+<\/title>/g)).toHaveLength(40);
  });
});

describe('a chart as PNG', () => {
  test('has two pixels a unit, fewer where it is large, and is not made where nobody could read it', () => {
    expect(pixelsFor({ width: 1_000, height: 1_000 })).toBe(2);
    expect(pixelsFor({ width: 1_000, height: 16_000 })).toBe(1);
    expect(pixelsFor({ width: 1_000, height: 60_000 })).toBeNull();
  });
});
