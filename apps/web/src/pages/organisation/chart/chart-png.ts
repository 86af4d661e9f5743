import { CHART_BOX } from './chart-layout.js';
import { FONT, MARGIN, TITLE_FONT, type Drawing } from './drawing.js';

/** What browsers can hold as one picture. */
const LONGEST_SIDE = 16_000;
const MOST_PIXELS = 100_000_000;
/** Below it, names cannot be read. */
const READABLE = 0.5;

/** How many pixels a unit of the drawing may have; null: the chart is too large for a picture of pixels. */
export function pixelsFor({ width, height }: Pick<Drawing, 'width' | 'height'>): number | null {
  const scale = Math.min(
    2,
    LONGEST_SIDE / Math.max(width, height),
    Math.sqrt(MOST_PIXELS / (width * height)),
  );
  return scale < READABLE ? null : scale;
}

/** The drawing as a PNG, so many pixels for each of its units. */
export function pngOf(drawing: Drawing, scale: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(drawing.width * scale);
  canvas.height = Math.ceil(drawing.height * scale);
  const pen = canvas.getContext('2d');
  if (pen === null) return Promise.resolve(null);
  pen.scale(scale, scale);
  draw(pen, drawing);
  return new Promise((done) => canvas.toBlob(done, 'image/png'));
}

function draw(pen: CanvasRenderingContext2D, { title, subtitle, width, height, ways, boxes }: Drawing): void {
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = '#000';
  pen.font = `bold ${TITLE_FONT}px sans-serif`;
  pen.fillText(title, MARGIN, MARGIN + 18);
  pen.font = `${FONT}px sans-serif`;
  pen.fillText(subtitle, MARGIN, MARGIN + 40);
  pen.strokeStyle = '#777';
  pen.beginPath();
  for (const [[x, y] = [0, 0], ...corners] of ways) {
    pen.moveTo(x, y);
    for (const [across, down] of corners) pen.lineTo(across, down);
  }
  pen.stroke();
  pen.strokeStyle = '#555';
  for (const { x, y, isOpen, lines } of boxes) {
    pen.setLineDash(isOpen ? [5, 3] : []);
    pen.beginPath();
    pen.roundRect(x, y, CHART_BOX.width, CHART_BOX.height, 6);
    pen.fillStyle = '#fff';
    pen.fill();
    pen.stroke();
    pen.fillStyle = '#000';
    for (const line of lines) pen.fillText(line.text, line.x, line.y);
  }
}
