import { IMPORT_KEYS, LINE, type Mark, type Scheme } from '#structure';
import { chartSvg, type PictureTitle } from './chart-svg.js';
import { jsonText } from './json-text.js';
import { pieces } from './pieces.js';

/** A box of a chart, as the resolver (`ChartUnit`) or the read model (`StoredBox`) gives it. */
export interface ChartBox {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly parentId: string | null;
  readonly above: ChartBox | null;
  readonly depth: number;
  readonly indeterminate: boolean;
  /** What is indeterminate; none where the boxes come from the read model, which has only what is certain. */
  readonly marks?: readonly Pick<Mark, 'field' | 'value' | 'valueName' | 'written'>[];
  readonly path: readonly string[];
  readonly codes: Readonly<Record<Scheme, string>>;
  readonly since: string | null;
  code(scheme: Scheme): string | null;
  parentCode(scheme: Scheme): string | null;
}

/** One unit of a chart as a line of an export. The order of the members is that of the lines and columns. */
export interface ChartRow {
  readonly id: string;
  /** Its code in the scheme of keys; null if it has none. */
  readonly key: string | null;
  readonly name: string;
  readonly type: string;
  /** Id of the unit it stands under; null for a root. */
  readonly parent: string | null;
  readonly parentKey: string | null;
  readonly codes: Readonly<Record<Scheme, string>>;
  /** Ids from the organisation's root to the unit, itself last. */
  readonly path: readonly string[];
  /** First day of its present time in force; null if that is indeterminate. */
  readonly since: string | null;
}

export interface ChartRowOptions {
  /** The scheme of keys; default `import`. */
  readonly keyScheme?: Scheme | undefined;
}

export const CHART_FORMATS = ['json', 'ndjson', 'csv', 'tree', 'svg'] as const;
export type ChartFormat = (typeof CHART_FORMATS)[number];

export function chartRow(box: ChartBox, { keyScheme = IMPORT_KEYS }: ChartRowOptions = {}): ChartRow {
  return {
    id: box.id,
    key: box.code(keyScheme),
    name: box.name,
    type: box.type,
    parent: box.parentId,
    parentKey: box.parentCode(keyScheme),
    codes: box.codes,
    path: box.path,
    since: box.since,
  };
}

const UNTITLED: PictureTitle = { title: '', subtitle: '' };

/** A chart as text in pieces of some hundred lines, which join to the whole. */
export function writeChart(
  boxes: readonly ChartBox[],
  format: ChartFormat,
  options: ChartRowOptions & {
    readonly bom?: boolean | undefined;
    readonly picture?: PictureTitle | undefined;
  } = {},
): Iterable<string> {
  switch (format) {
    case 'json':
      return chartJson(boxes, options);
    case 'ndjson':
      return chartNdjson(boxes, options);
    case 'csv':
      return chartCsv(boxes, options);
    case 'tree':
      return chartTree(boxes);
    case 'svg':
      return chartSvg(boxes, options.picture ?? UNTITLED);
  }
}

/** One array of rows. */
export function* chartJson(boxes: readonly ChartBox[], options: ChartRowOptions = {}): Iterable<string> {
  yield* pieces(boxes, rowWriter(options), '[\n', ',\n', '\n]\n');
}

/** A row a line. */
export function* chartNdjson(boxes: readonly ChartBox[], options: ChartRowOptions = {}): Iterable<string> {
  yield* pieces(boxes, rowWriter(options), '', '\n', '\n');
}

const COLUMNS = ['id', 'key', 'name', 'type', 'parent', 'parentKey', 'codes', 'path', 'since'] as const;

/**
 * RFC 4180 with a line of headings; the path's ids stand with `/` between them, codes as JSON. A value that a
 * spreadsheet would take for a formula gets an apostrophe in front. `bom` makes Excel read it as UTF-8.
 */
export function* chartCsv(
  boxes: readonly ChartBox[],
  options: ChartRowOptions & { readonly bom?: boolean | undefined } = {},
): Iterable<string> {
  const line = (box: ChartBox) => {
    const row = chartRow(box, options);
    return COLUMNS.map((column) => {
      const value = row[column];
      if (value === null) return '';
      if (typeof value === 'string') return csvField(value);
      return Array.isArray(value) ? value.join('/') : csvField(JSON.stringify(value));
    }).join(',');
  };
  yield* pieces(boxes, line, `${options.bom ? '\ufeff' : ''}${COLUMNS.join(',')}\r\n`, '\r\n', '\r\n');
}

/** A field of a CSV file: quoted where needed, never a formula (OWASP, "CSV Injection"). */
export function csvField(value: string): string {
  const safe = /^[\s]*[=+\-@＝＋－＠\t\r|%]/u.test(value) ? `'${value}` : value;
  return /[",;\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * For reading: a line a unit, indented by its depth. `?` marks what is indeterminate on the date, and `→` where it may
 * stand by then, with the date that leaves it open.
 */
export function* chartTree(boxes: readonly ChartBox[]): Iterable<string> {
  const line = (box: ChartBox) =>
    `${'  '.repeat(box.depth)}${box.name} (${box.type})${box.indeterminate ? ` ?${possiblePlaces(box)}` : ''}`;
  yield* pieces(boxes, line, '', '\n', '\n');
}

function possiblePlaces({ marks = [] }: ChartBox): string {
  return marks
    .filter(({ field }) => field.startsWith('parent:'))
    .map(({ field, value, valueName, written }) => {
      const hierarchy = field === `parent:${LINE}` ? '' : `${field.slice('parent:'.length)}: `;
      return ` → ${hierarchy}${value === null ? '–' : valueName} (${written})`;
    })
    .join('');
}

/** What the boxes above the present one have in common with what comes under them. */
interface Above {
  readonly box: ChartBox;
  readonly path: string;
  readonly key: string;
}

/** Writes rows as JSON, byte for byte what JSON.stringify gives of `chartRow`. Boxes come parents first. */
function rowWriter({ keyScheme = IMPORT_KEYS }: ChartRowOptions): (box: ChartBox) => string {
  const line: Above[] = [];
  const enter = (box: ChartBox): Above => {
    const known = line[box.depth];
    if (known?.box === box) return known;
    const above = box.above === null ? undefined : enter(box.above);
    const path = above === undefined ? box.path.map(jsonText).join(',') : `${above.path},"${box.id}"`;
    const entered = { box, path, key: nullable(box.code(keyScheme)) };
    line[box.depth] = entered;
    return entered;
  };
  return (box) => {
    const { path, key } = enter(box);
    const { parentId, since, above } = box;
    const parentKey = above === null ? nullable(box.parentCode(keyScheme)) : line[box.depth - 1]!.key;
    return (
      `{"id":"${box.id}","key":${key},"name":${jsonText(box.name)},"type":${jsonText(box.type)}` +
      `,"parent":${parentId === null ? 'null' : `"${parentId}"`},"parentKey":${parentKey}` +
      `,"codes":${codesJson(box.codes)},"path":[${path}],"since":${since === null ? 'null' : `"${since}"`}}`
    );
  };
}

function codesJson(codes: Readonly<Record<Scheme, string>>): string {
  let json = '';
  for (const scheme in codes)
    json += `${json === '' ? '' : ','}${jsonText(scheme)}:${jsonText(codes[scheme]!)}`;
  return `{${json}}`;
}

function nullable(text: string | null): string {
  return text === null ? 'null' : jsonText(text);
}
