import { CHART_BOX } from './chart-layout.js';
import { FONT, MARGIN, TITLE_FONT, type DrawnBox, type Drawing } from './drawing.js';

/** The drawing as a picture of its own. */
export function svgOf({ title, subtitle, width, height, ways, boxes }: Drawing): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${MARGIN}" y="${MARGIN + 18}" font-size="${TITLE_FONT}" font-weight="bold">${escaped(title)}</text>`,
    `<text x="${MARGIN}" y="${MARGIN + 40}" font-size="${FONT}" fill="#444">${escaped(subtitle)}</text>`,
    '<g fill="none" stroke="#777">',
    ...ways.map((way) => `<path d="M${way.map((corner) => corner.join(' ')).join('L')}"/>`),
    '</g>',
    ...boxes.map(boxOf),
    '</svg>',
  ].join('\n');
}

function boxOf({ x, y, name, isOpen, lines }: DrawnBox): string {
  const { width, height } = CHART_BOX;
  const dashes = isOpen ? ' stroke-dasharray="5 3"' : '';
  const texts = lines.map(
    (line) => `<text x="${line.x}" y="${line.y}" font-size="${FONT}">${escaped(line.text)}</text>`,
  );
  return `<g><title>${escaped(name)}</title><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="#fff" stroke="#555"${dashes}/>${texts.join('')}</g>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}
