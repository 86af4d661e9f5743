import type { Charted, Forest } from '../../../units/unit-forest.js';
import { baseline, lineBetween, linesOf } from './chart-box.js';
import { CHART_BOX, type Placed } from './chart-layout.js';
import { edgesOf } from './window.js';

/** The whole chart as a picture of its own, not what of it the screen shows. */
export function svgOf(title: string, placed: readonly Placed[], forest: Forest<Charted>): string {
  const { left, right, top: highest, bottom } = edgesOf(placed);
  const [x, y, width, height] = [left - 20, highest - 50, right - left + 40, bottom - highest + 70];
  const placeOf = new Map(placed.map((place) => [place.id, place]));
  const lines = placed.flatMap((to) => {
    const from = placeOf.get(to.parentId ?? '');
    return from === undefined ? [] : [`<path d="${lineBetween(from, to)}"/>`];
  });
  const boxes = placed.map(({ id, x: across, y: down }) => {
    const name = forest.byId.get(id)?.name ?? '';
    const top = down - CHART_BOX.height / 2;
    const lines = linesOf(name).map(
      (line, index, all) =>
        `<text x="${across + 10}" y="${top + baseline(index, all.length)}" font-size="14">${escaped(line)}</text>`,
    );
    return (
      `<g><title>${escaped(name)}</title><rect x="${across}" y="${top}" width="${CHART_BOX.width}" ` +
      `height="${CHART_BOX.height}" rx="6" fill="#fff" stroke="#555"/>${lines.join('')}</g>`
    );
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}" font-family="sans-serif">`,
    `<title>${escaped(title)}</title>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${left}" y="${highest - 22}" font-size="18">${escaped(title)}</text>`,
    `<g fill="none" stroke="#777">${lines.join('')}</g>`,
    ...boxes,
    '</svg>',
  ].join('\n');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}
