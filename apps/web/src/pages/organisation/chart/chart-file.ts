import type { Charted, Forest } from '../../../units/unit-forest.js';
import { lineBetween, shortened } from './chart-box.js';
import { CHART_BOX, type Placed } from './chart-layout.js';
import { edgesOf } from './window.js';

/** The whole chart as a picture of its own, not what of it the screen shows. */
export function svgOf(title: string, placed: readonly Placed[], forest: Forest<Charted>): string {
  const { left, right, top, bottom } = edgesOf(placed);
  const [x, y, width, height] = [left - 20, top - 50, right - left + 40, bottom - top + 70];
  const placeOf = new Map(placed.map((place) => [place.id, place]));
  const lines = placed.flatMap((to) => {
    const from = placeOf.get(to.parentId ?? '');
    return from === undefined ? [] : [`<path d="${lineBetween(from, to)}"/>`];
  });
  const boxes = placed.map(({ id, x: across, y: down }) => {
    const name = forest.byId.get(id)?.name ?? '';
    const corner = `x="${across}" y="${down - CHART_BOX.height / 2}"`;
    return (
      `<g><title>${escaped(name)}</title>` +
      `<rect ${corner} width="${CHART_BOX.width}" height="${CHART_BOX.height}" rx="6" fill="#fff" stroke="#555"/>` +
      `<text x="${across + 10}" y="${down + 5}" font-size="14">${escaped(shortened(name))}</text></g>`
    );
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}" font-family="sans-serif">`,
    `<title>${escaped(title)}</title>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${left}" y="${top - 22}" font-size="18">${escaped(title)}</text>`,
    `<g fill="none" stroke="#777">${lines.join('')}</g>`,
    ...boxes,
    '</svg>',
  ].join('\n');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}
