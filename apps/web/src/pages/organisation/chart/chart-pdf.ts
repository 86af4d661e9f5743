import { CHART_BOX } from './chart-layout.js';
import { FONT, MARGIN, TITLE_FONT, type Drawing } from './drawing.js';
import { pdfFile } from './pdf-file.js';
import { winAnsi } from './win-ansi.js';

/** Points for each unit of the drawing: CSS pixels on paper. */
const SCALE = 0.75;

/** The whole drawing on one page that is as large as it, in lines and text that can be searched and enlarged. */
export function pdfOf(drawing: Drawing, language: string): Promise<Uint8Array<ArrayBuffer>> {
  const { title, subtitle, width, height, ways, boxes } = drawing;
  // A PDF counts upwards from the lower left corner.
  const up = (y: number) => number(height - y);
  const text = (x: number, y: number, size: number, font: string, words: string) =>
    `BT /${font} ${size} Tf ${number(x)} ${up(y)} Td (${winAnsi(words)}) Tj ET`;
  const box = CHART_BOX;
  const content = [
    text(MARGIN, MARGIN + 18, TITLE_FONT, 'F2', title),
    text(MARGIN, MARGIN + 40, FONT, 'F1', subtitle),
    '0.47 G',
    ...ways.map(([[x, y] = [0, 0], ...corners]) =>
      [
        `${number(x)} ${up(y)} m`,
        ...corners.map(([across, down]) => `${number(across)} ${up(down)} l`),
        'S',
      ].join(' '),
    ),
    '0.33 G 1 g',
    ...boxes.map(
      ({ x, y, isOpen }) =>
        `${isOpen ? '[5 3] 0 d' : '[] 0 d'} ${number(x)} ${up(y + box.height)} ${box.width} ${box.height} re B`,
    ),
    '0 g',
    ...boxes.flatMap(({ lines }) => lines.map((line) => text(line.x, line.y, FONT, 'F1', line.text))),
  ].join('\n');
  return pdfFile({ title, language, width: width * SCALE, height: height * SCALE, scale: SCALE, content });
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}
