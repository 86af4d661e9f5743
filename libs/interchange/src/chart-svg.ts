import type { Standing } from '#chronicle';
import type { Language, Message } from '#temporal';
import type { ChartBox } from './chart-rows.js';

/** What a picture says of itself above the boxes. */
export interface PictureTitle {
  readonly title: string;
  /** The date, the knowledge time and the standing, for whoever sees the picture alone. */
  readonly subtitle: string;
}

const INCLUDED: Readonly<Record<Standing, Message>> = {
  IN_FORCE: { sv: 'det som gäller', en: 'what is in force' },
  CONDITIONAL: { sv: 'med det som är beslutat med villkor', en: 'with what is decided conditionally' },
  PROPOSED: { sv: 'med det som är föreslaget', en: 'with what is proposed' },
};

/** What the picture of an organisation says of itself. */
export function pictureTitle(
  shown: {
    readonly organisation: string;
    readonly date: string;
    readonly position: number;
    readonly standing: Standing;
  },
  language: Language,
): PictureTitle {
  const { organisation, date, position, standing } = shown;
  const ledger = language === 'sv' ? 'liggarens position' : 'position of the ledger';
  return {
    title: organisation,
    subtitle: `${date} · ${INCLUDED[standing][language]} · ${ledger} ${position}`,
  };
}

const BOX = { width: 220, height: 34 } as const;
const GAP = { across: 36, down: 10 } as const;
const MARGIN = 20;
const HEADING = 56;
/** Characters of a name that have room in a box. */
const ROOM = 32;

interface Placed {
  readonly box: ChartBox;
  readonly x: number;
  y: number;
  readonly below: Placed[];
}

/**
 * A chart as a picture (SVG 1.1), the top to the left: each unit midway beside what stands directly under it. What is
 * indeterminate on the date has a dashed frame. Every name is there in full as the title of its box. Nothing is fetched
 * from elsewhere, and no script is in it.
 */
export function* chartSvg(boxes: readonly ChartBox[], { title, subtitle }: PictureTitle): Iterable<string> {
  const placed = place(boxes);
  const width = furthest(placed.map(({ x }) => x)) + BOX.width + MARGIN;
  const height = furthest(placed.map(({ y }) => y)) + BOX.height + MARGIN;
  yield (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="sans-serif" font-size="12">\n` +
    `<title>${escaped(title)}</title>\n<desc>${escaped(subtitle)}</desc>\n` +
    `<rect width="100%" height="100%" fill="#fff"/>\n` +
    `<text x="${MARGIN}" y="28" font-size="16" font-weight="bold">${escaped(title)}</text>\n` +
    `<text x="${MARGIN}" y="46" fill="#555">${escaped(subtitle)}</text>\n`
  );
  for (const each of placed) yield drawn(each);
  yield '</svg>\n';
}

function furthest(places: readonly number[]): number {
  return places.reduce((most, place) => Math.max(most, place), 0);
}

/** Boxes come parents first, so that what is below a box is placed once everything after it has been looked at. */
function place(boxes: readonly ChartBox[]): Placed[] {
  const placed = boxes.map((box): Placed => ({
    box,
    x: MARGIN + box.depth * (BOX.width + GAP.across),
    y: 0,
    below: [],
  }));
  const byBox = new Map(placed.map((each) => [each.box, each]));
  for (const each of placed) {
    const above = each.box.above === null ? undefined : byBox.get(each.box.above);
    above?.below.push(each);
  }
  let row = 0;
  for (const each of placed) {
    if (each.below.length > 0) continue;
    each.y = HEADING + MARGIN + row * (BOX.height + GAP.down);
    row += 1;
  }
  for (const each of placed.reverse()) {
    if (each.below.length > 0) each.y = (each.below[0]!.y + each.below.at(-1)!.y) / 2;
  }
  return placed.reverse();
}

function drawn({ box, x, y, below }: Placed): string {
  const middle = y + BOX.height / 2;
  const side = x + BOX.width;
  const elbow = side + GAP.across / 2;
  const lines = below.map(
    (child) =>
      `<path d="M${side} ${middle}H${elbow}V${child.y + BOX.height / 2}H${child.x}" fill="none" stroke="#777"/>`,
  );
  const frame = box.indeterminate ? ' stroke-dasharray="4 3"' : '';
  const name = box.name.length > ROOM ? `${box.name.slice(0, ROOM - 1)}…` : box.name;
  return (
    `${lines.join('')}<g><title>${escaped(`${box.name} (${box.type})`)}</title>` +
    `<rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="4" fill="#f4f6fa" stroke="#345"${frame}/>` +
    `<text x="${x + 8}" y="${y + 15}">${escaped(name)}</text>` +
    `<text x="${x + 8}" y="${y + 28}" font-size="10" fill="#555">${escaped(box.type)}${box.indeterminate ? ' ?' : ''}</text></g>\n`
  );
}

// What XML cannot hold: control characters but tab and line ends, and halves of characters.
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(UNPRINTABLE, '').replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
