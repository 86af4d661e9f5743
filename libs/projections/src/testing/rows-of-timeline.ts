import { LINE, State, type LineageEdge, type Timeline, type Unit, type UnitFact } from '#structure';
import { sqlDate, type Day, type ImpreciseDate, type Track } from '#temporal';

/** Every fact of a timeline as `STORED_FACT_ROWS` gives it. */
export function factRowsOf(timeline: Timeline): string[] {
  return versionsOf(timeline)
    .flatMap(({ facts, on }) => facts.map((fact) => factText(fact, on)))
    .sort();
}

export const STORED_FACT_ROWS = `select unit_id as unit, change_id as change, change_order as "order",
  known_from as "knownFrom", known_until as "knownUntil", effective_from as "from", earliest, latest, seq, track, value
  from read_model.fact where organisation_id = $1`;

/** Every edge of lineage of a timeline as `STORED_EDGE_ROWS` gives it. */
export function edgeRowsOf(timeline: Timeline): string[] {
  return versionsOf(timeline)
    .flatMap(({ edges, on }) => edges.map((edge) => edgeText(edge, on)))
    .sort();
}

export const STORED_EDGE_ROWS = `select predecessor_id as predecessor, successor_id as successor, change_id as change,
  change_order as "order", known_from as "knownFrom", known_until as "knownUntil", effective_from as "from",
  earliest, relation, share
  from read_model.lineage where organisation_id = $1`;

/** The units in force on the evening of a day as `read_model.organisation_at` gives them, by id. */
export function organisationAt(timeline: Timeline, at: Day, position: number): object[] {
  const state = State.on(timeline, at, position);
  return [...timeline.units.values()]
    .filter((unit) => state.inForce(unit))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((unit) => ({
      unit_id: unit.id,
      name: state.name(unit),
      type: state.type(unit),
      parent: state.parent(unit, LINE)?.id ?? null,
      parents: Object.fromEntries(
        state.parents(unit).map(([hierarchy, parent]) => [hierarchy, parent?.id ?? null]),
      ),
      codes: state.codes(unit),
      since: sqlDate(unit.existence.at(at, position)!.from),
    }));
}

/** What is indeterminate on a day as `read_model.indeterminate_at` gives it, in any order. */
export function indeterminateAt(timeline: Timeline, at: Day, position: number): string[] {
  const texts = [...timeline.units.values()].flatMap((unit) =>
    [...tracksOf(unit)].flatMap(([name, track]) =>
      track.indeterminateAt(at, position).map(({ value, earliest, latest, change }) =>
        JSON.stringify({
          unit_id: unit.id,
          track: name,
          value: valueText(value),
          earliest: sqlDate(earliest),
          latest: sqlDate(latest),
          change_id: change,
        }),
      ),
    ),
  );
  return texts.sort();
}

function* tracksOf(unit: Unit): Iterable<[string, Track<unknown>]> {
  yield ['existence', unit.existence as Track<unknown>];
  yield ['name', unit.name as Track<unknown>];
  yield ['type', unit.type as Track<unknown>];
  for (const [hierarchy, track] of unit.parents) yield [`parent:${hierarchy}`, track as Track<unknown>];
  for (const [scheme, track] of unit.codes) yield [`code:${scheme}`, track as Track<unknown>];
}

function versionsOf(timeline: Timeline) {
  return [...timeline.changes.values()].flatMap(({ versions }) =>
    // What was narrowed in the append that recorded it was never known otherwise.
    versions.filter(({ knownFrom, knownUntil }) => knownFrom < knownUntil),
  );
}

function factText(fact: UnitFact, on: ImpreciseDate): string {
  const { unit, field, value, seq } = fact;
  return JSON.stringify({
    unit: unit.id,
    ...placeOf(fact, fact.from, on),
    latest: on.precise ? null : sqlDate(on.latest),
    seq,
    track: field,
    value: valueText(value),
  });
}

function edgeText(edge: LineageEdge, on: ImpreciseDate): string {
  const { from, to, relation, share, day } = edge;
  return JSON.stringify({
    predecessor: from.id,
    successor: to.id,
    ...placeOf(edge, day, on),
    relation,
    share: share ?? null,
  });
}

type Placed = Pick<UnitFact, 'change' | 'order' | 'knownFrom' | 'knownUntil'>;

function placeOf({ change, order, knownFrom, knownUntil }: Placed, from: Day, on: ImpreciseDate) {
  return {
    change,
    order,
    knownFrom,
    knownUntil: knownUntil === Infinity ? null : knownUntil,
    from: sqlDate(from),
    earliest: on.precise ? null : sqlDate(on.earliest),
  };
}

function valueText(value: unknown): string | null {
  if (value === null) return null;
  return typeof value === 'object' ? (value as Unit).id : String(value);
}
