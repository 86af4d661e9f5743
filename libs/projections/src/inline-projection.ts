import type { InlineProjection } from '#ledger';
import type { ChangeId, DecidedEvent } from '#structure';
import { sqlDate, type Position } from '#temporal';
import { plainArray, textArray } from './array-literal.js';
import { edgeRows, factRows, unitsOfEffects } from './effect-rows.js';

/**
 * Writes the facts, lineage and log of decided changes in the statement that appends their events
 * (`read_model.project_changes` in migrations/0002-read-model.sql).
 *
 * The events must be all that one call of `append` stores, in order.
 *
 * @param provisionalFirst the position that the first was decided to get. If others append in between, what is
 * written moves along with the events; changes recorded before keep their place.
 */
export function inlineProjection(
  events: readonly DecidedEvent[],
  provisionalFirst: Position,
): InlineProjection {
  return {
    sql: {
      name: 'changes',
      expression: ({ organisation, first, value }) =>
        `read_model.project_changes(${organisation}, ${first}, ${CASTS.map(
          (cast, index) => `${value(index)}::${cast}`,
        ).join(', ')})`,
      values: arguments_(events, provisionalFirst),
    },
  };
}

const CASTS = [
  'bigint',
  // Events: change, order, until, set, earliest, latest, recording, kind, written, external id, digest, units
  ...['uuid[]', 'bigint[]', 'bigint[]', 'uuid[]', 'date[]', 'date[]'],
  ...['text[]', 'text[]', 'text[]', 'text[]', 'text[]', 'text[]'],
  // Facts: event, seq, unit, track, value
  ...['int[]', 'int[]', 'uuid[]', 'text[]', 'text[]'],
  // Edges: event, seq, predecessor, successor, relation, share
  ...['int[]', 'int[]', 'uuid[]', 'uuid[]', 'text[]', 'double precision[]'],
  // Amended changes, and the positions of what amends them
  ...['uuid[]', 'bigint[]'],
];

function arguments_(events: readonly DecidedEvent[], first: Position): unknown[] {
  const amendments = amendmentsIn(events, first);
  const facts = events.flatMap((event, index) =>
    'effects' in event.data ? factRows(event.data.effects).map((row) => ({ ...row, event: index + 1 })) : [],
  );
  const edges = events.flatMap((event, index) =>
    'effects' in event.data ? edgeRows(event.data.effects).map((row) => ({ ...row, event: index + 1 })) : [],
  );
  const contents = events.map(({ data }) => ('effects' in data ? data : undefined));
  const versions = events.map(({ version }) => version);
  return [
    first,
    plainArray(events.map(({ data }) => data.change)),
    plainArray(versions.map((version) => version?.change.order ?? null)),
    plainArray(amendments.until),
    plainArray(contents.map((content) => content?.changeSet ?? null)),
    plainArray(versions.map((version) => (version ? sqlDate(version.on.earliest) : null))),
    plainArray(versions.map((version) => (version ? sqlDate(version.on.latest) : null))),
    plainArray(events.map(({ recording }) => recording)),
    textArray(contents.map((content) => content?.kind ?? null)),
    textArray(contents.map((content) => content?.on ?? null)),
    textArray(events.map(({ data }) => data.id ?? null)),
    textArray(events.map(({ data }) => data.digest ?? null)),
    textArray(contents.map((content) => plainArray(unitsOfEffects(content?.effects ?? [])))),
    plainArray(facts.map(({ event }) => event)),
    plainArray(facts.map(({ seq }) => seq)),
    plainArray(facts.map(({ unit }) => unit)),
    textArray(facts.map(({ track }) => track)),
    textArray(facts.map(({ value }) => value)),
    plainArray(edges.map(({ event }) => event)),
    plainArray(edges.map(({ seq }) => seq)),
    plainArray(edges.map(({ predecessor }) => predecessor)),
    plainArray(edges.map(({ successor }) => successor)),
    plainArray(edges.map(({ relation }) => relation)),
    plainArray(edges.map(({ share }) => share)),
    plainArray([...amendments.before.keys()]),
    plainArray([...amendments.before.values()]),
  ];
}

/** Which events of the batch are amended within it, and which changes from before it are. */
function amendmentsIn(
  events: readonly DecidedEvent[],
  first: Position,
): { until: (number | null)[]; before: Map<ChangeId, number> } {
  const until: (number | null)[] = events.map(() => null);
  const before = new Map<ChangeId, number>();
  const latest = new Map<ChangeId, number>();
  events.forEach(({ data: { change }, recording }, index) => {
    const amended = latest.get(change);
    if (amended !== undefined) until[amended] = first + index;
    else if (recording !== 'recorded') before.set(change, first + index);
    latest.set(change, index);
  });
  return { until, before };
}
