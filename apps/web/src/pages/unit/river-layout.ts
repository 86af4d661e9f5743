/** One step of lineage. */
export interface Flow {
  readonly from: { readonly id: string; readonly name: string };
  readonly to: { readonly id: string; readonly name: string };
  /** Generations from the unit: negative back, positive forward. */
  readonly layer: number;
  /** Of the predecessor that went there, 0 to 1; null: not known. */
  readonly share: number | null;
  readonly inferred: boolean;
  /** How the one goes over into the other, in words. */
  readonly relation: string;
  /** Share, date and confidence, in words. */
  readonly words: string;
}

export interface Bank {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

export interface Stream {
  readonly path: string;
  readonly width: number;
  readonly inferred: boolean;
}

export interface RiverMap {
  readonly width: number;
  readonly height: number;
  readonly banks: readonly Bank[];
  readonly streams: readonly Stream[];
}

/** Sizes in pixels: a box, and the way from one box to the next. */
export const BOX = { width: 190, height: 44, across: 280, down: 64 };
const NARROW = 3;
const WIDE = 22;

/** Puts each unit in the column of its generation, the unit itself between, and a stream along each step. */
export function riverLayout(
  unit: { readonly id: string; readonly name: string },
  flows: readonly Flow[],
): RiverMap {
  const layers = new Map([[unit.id, { name: unit.name, layer: 0 }]]);
  for (const { from, to, layer } of flows) {
    const [known, other, at] = layer < 0 ? [to, from, layer] : [from, to, layer];
    if (!layers.has(known.id)) layers.set(known.id, { name: known.name, layer: at - Math.sign(at) });
    if (!layers.has(other.id)) layers.set(other.id, { name: other.name, layer: at });
  }
  const first = Math.min(...[...layers.values()].map(({ layer }) => layer));
  const filled = new Map<number, number>();
  const columns = [...layers].map(([id, { name, layer }]) => {
    const row = filled.get(layer) ?? 0;
    filled.set(layer, row + 1);
    return { id, name, layer, row };
  });
  const rows = Math.max(...filled.values());
  const banks = columns.map(({ id, name, layer, row }) => ({
    id,
    name,
    x: (layer - first) * BOX.across,
    y: (row + (rows - (filled.get(layer) ?? 0)) / 2) * BOX.down,
  }));
  const bankOf = new Map(banks.map((bank) => [bank.id, bank]));
  const streams = flows.flatMap(({ from, to, share, inferred }) => {
    const [source, mouth] = [bankOf.get(from.id), bankOf.get(to.id)];
    if (source === undefined || mouth === undefined) return [];
    return [{ path: curve(source, mouth), width: NARROW + (WIDE - NARROW) * (share ?? 0.3), inferred }];
  });
  const width = Math.max(...banks.map(({ x }) => x)) + BOX.width;
  return { width, height: rows * BOX.down, banks, streams };
}

function curve(from: Bank, to: Bank): string {
  const [x1, y1] = [from.x + BOX.width, from.y + BOX.height / 2];
  const [x2, y2] = [to.x, to.y + BOX.height / 2];
  const middle = (x1 + x2) / 2;
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}
