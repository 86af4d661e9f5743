import { unitsOf, type Effect, type Relation, type UnitId } from '#structure';

/** One value of one track of a unit, as an effect gives it. Every value is a text or null. */
export interface FactRow {
  readonly seq: number;
  readonly unit: UnitId;
  /** `existence`, `name`, `type`, `parent:<hierarchy>` or `code:<scheme>`. */
  readonly track: string;
  readonly value: string | null;
}

export interface EdgeRow {
  readonly seq: number;
  readonly predecessor: UnitId;
  readonly successor: UnitId;
  readonly relation: Relation;
  readonly share: number | null;
}

/** The facts that a change's effects come to, with the effect's place in its change. */
export function factRows(effects: readonly Effect[]): FactRow[] {
  const rows: FactRow[] = [];
  effects.forEach((effect, seq) => {
    if (effect.e === 'lineage') return;
    const { unit } = effect;
    const add = (track: string, value: string | null) => rows.push({ seq, unit, track, value });
    switch (effect.e) {
      case 'begin':
        add('existence', 'true');
        add('name', effect.name);
        add('type', effect.type);
        for (const hierarchy in effect.parents) {
          add(`parent:${hierarchy}`, effect.parents[hierarchy] ?? null);
        }
        for (const scheme in effect.codes) add(`code:${scheme}`, effect.codes[scheme] ?? null);
        return;
      case 'end':
        add('existence', 'false');
        return;
      case 'set':
        add(effect.field, effect.value);
    }
  });
  return rows;
}

/** The edges of lineage that a change's effects come to. */
export function edgeRows(effects: readonly Effect[]): EdgeRow[] {
  return effects.flatMap((effect, seq) =>
    effect.e !== 'lineage'
      ? []
      : [
          {
            seq,
            predecessor: effect.from,
            successor: effect.to,
            relation: effect.relation,
            share: effect.share ?? null,
          },
        ],
  );
}

/** The units that a change begins, ends, changes or connects, each once. */
export function unitsOfEffects(effects: readonly Effect[]): UnitId[] {
  return [...new Set(effects.flatMap(unitsOf))];
}
