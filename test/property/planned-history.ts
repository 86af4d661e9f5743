import {
  changesBetween,
  chart,
  decide,
  decidePending,
  history,
  isPending,
  kindOf,
  lineage,
  logEvent,
  parseDraft,
  unitState,
  type ChangeId,
  type DecisionContext,
  type Draft,
  type Timeline,
  type Unit,
} from '#structure';
import { decideStep, keepStep, Simulation, type PlacedStep, type Step, type StepDecision } from '#scenarios';
import { instant, type Day, type Position } from '#temporal';
import { day, type Line, type RecordedHistory } from '../../libs/structure/src/testing/recorded-history.js';
import { TODAY } from './histories.js';

export const ORIGIN = { actor: 'planner', recordedAt: instant('2024-06-01T12:00:00Z') };

/** On what everything is decided here; ids count up from a number of their own. */
export function decidingWith(scenario: number): Omit<DecisionContext, 'position'> & { readonly today: Day } {
  let ids = 0;
  return {
    today: day(TODAY),
    newId: () => `${scenario}0000000-0000-7000-8000-${String((ids += 1)).padStart(12, '0')}`,
    keyScheme: 'import',
    confirmed: 'all',
  };
}

/** A scenario of a recorded history, decided by the pure code. */
export class PlannedHistory {
  readonly simulation: Simulation;
  private readonly context: ReturnType<typeof decidingWith>;
  private count = 0;

  constructor(
    base: RecordedHistory,
    /** Below 10: its units' and changes' ids begin with it. */
    readonly scenario: number,
  ) {
    this.simulation = Simulation.of(base.timeline, base.position as Position);
    this.context = decidingWith(scenario);
  }

  get steps(): readonly PlacedStep[] {
    return this.simulation.steps;
  }

  /** Takes what can be taken of the sets, each as a step. @returns the lines of each step */
  plan(sets: readonly (readonly Line[])[]): (readonly Line[])[] {
    return sets.filter((lines) => this.step(lines).accepted);
  }

  /** Decides one step and keeps it if it is accepted. */
  step(lines: readonly Line[]): StepDecision {
    const id = `${this.scenario}1111111-0000-7000-8000-${String((this.count += 1)).padStart(12, '0')}`;
    return decideAndKeep(this.simulation, draftsOf(lines), id, this.context);
  }
}

/** Decides a step on top of a simulation and keeps it if it is accepted. */
export function decideAndKeep(
  simulation: Simulation,
  drafts: readonly Draft[],
  id: string,
  context: Omit<DecisionContext, 'position'>,
): StepDecision {
  const { timeline } = simulation;
  timeline.begin();
  const decision = decideStep(timeline, drafts, id, { ...context, position: simulation.next });
  // What is refused has left nothing that would have to be taken back.
  timeline.commit();
  if (!decision.accepted) return decision;
  keepStep(simulation, decision, ORIGIN);
  return decision;
}

/**
 * Records drafts in an organisation as one change set, those that are or stay open beside it, as they are decided last.
 * @returns the position after it; undefined: something open is about units that are not there once all else has happened
 * @throws Error if it is refused for anything else
 */
export function adopt(
  timeline: Timeline,
  drafts: readonly Draft[],
  context: DecisionContext,
): number | undefined {
  const isBeside = (draft: Draft) => {
    if (draft.draft === 'change') return kindOf(draft.content.kind).open === true;
    const change = timeline.changes.get(draft.change as ChangeId);
    return !('resolved' in draft) && change !== undefined && isPending(timeline, change);
  };
  let { position } = context;
  const beside = drafts.filter(isBeside);
  const applied = drafts.filter((draft) => !beside.includes(draft));
  timeline.begin();
  const inTurn = [
    { take: () => decide(timeline, applied, { ...context, position }), isOpen: false },
    { take: () => decidePending(timeline, beside, [], { ...context, position }), isOpen: true },
  ];
  for (const { take, isOpen } of inTurn) {
    const decision = take();
    if (!decision.accepted) {
      if (isOpen && decision.rejections.every(({ code }) => UNITS_GONE.includes(code))) return undefined;
      throw new Error(`Refused: ${JSON.stringify(decision.rejections)}`);
    }
    for (const { recording, data, version, reason } of decision.events) {
      const origin = { ...ORIGIN, knownAt: ORIGIN.recordedAt, position, reason };
      logEvent(timeline, recording, data, version, origin);
      position = (position + timeline.step) as Position;
    }
  }
  timeline.commit();
  return position - timeline.step;
}

/** How what is only anticipated is refused that is about units which are not in force on its date. */
export const UNITS_GONE: readonly string[] = ['NOT_IN_FORCE', 'NEVER_IN_FORCE'];

export function draftsOf(lines: readonly Line[]): Draft[] {
  return lines.map((line) => {
    const parsed = parseDraft({ ...line });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.rejections));
    return parsed.draft;
  });
}

/** Steps as a store keeps them. */
export function stored(steps: readonly PlacedStep[]): PlacedStep[] {
  return JSON.parse(JSON.stringify(steps)) as PlacedStep[];
}

/** A step without what every decision makes anew, and without its reads: of what was refused before they may hold more. */
export function withoutChangeSets({ events, reads: _, ...step }: Step): object {
  return { ...step, events: events.map(({ type, data }) => ({ type, data: { ...data, changeSet: '' } })) };
}

/** What an organisation shows at a position, without when and how often it was recorded. */
export function shown(timeline: Timeline, position: number, days: readonly string[]): object {
  const units = [...timeline.units.values()]
    .filter((unit) => unit.existence.known(position).length > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    days: days.map((date) => ({ date, ...shownOn(timeline, position, date, units) })),
    lineage: units.map((unit) => lineage({ timeline, at: day('2030-01-01'), position }, unit)),
    history: units.map((unit) =>
      history(timeline, unit, position)
        .filter(({ takenBack }) => takenBack === null)
        .map(({ field, value, valueName, relation, share, validFrom, change }) =>
          [field, value, valueName, relation, share, validFrom.written, change].join(),
        ),
    ),
    changes: [false, true].map((beside) =>
      changesBetween(timeline, { position, inEffectOnly: true, includePending: true })
        .filter(({ pending }) => pending === beside)
        .map(({ id, kind, on, units: about, version }) => ({
          said: [id, kind, on.written, version.from],
          payload: version.payload,
          units: [...about].sort(),
        })),
    ),
  };
}

function shownOn(timeline: Timeline, position: number, date: string, units: readonly Unit[]): object {
  const reading = { timeline, at: day(date), position };
  return {
    charts: ['line', 'political'].map((hierarchy) =>
      chart(reading, { hierarchy }).map(({ path, name, type, codes, since }) => [
        path,
        name,
        type,
        codes,
        since,
      ]),
    ),
    units: units.map((unit) => {
      const { indeterminate, ...state } = unitState(reading, unit);
      return { ...state, indeterminate: indeterminate.map((mark) => JSON.stringify(mark)).sort() };
    }),
  };
}

/** What is wrong with the structure at a position: units under themselves, or under none that is in force; codes held twice. */
export function broken(timeline: Timeline, position: number, days: readonly string[]): string[] {
  const units = [...timeline.units.values()];
  return days.flatMap((date) => {
    const at = day(date);
    const isThere = (unit: Unit) => unit.existence.at(at, position)?.value === true;
    const parentOf = (unit: Unit, hierarchy: string) => {
      const pointer = unit.parents.get(hierarchy)?.at(at, position)?.value;
      return pointer ? timeline.own(pointer) : undefined;
    };
    const wrong: string[] = [];
    const holders = new Set<string>();
    for (const unit of units.filter(isThere)) {
      for (const hierarchy of unit.parents.keys()) {
        const parent = parentOf(unit, hierarchy);
        if (parent !== undefined && !isThere(parent)) wrong.push(`${date}: ${unit.id} under ${parent.id}`);
        let steps = 0;
        for (let up = parent; up !== undefined && steps <= units.length; up = parentOf(up, hierarchy)) {
          steps += 1;
        }
        if (steps > units.length) wrong.push(`${date}: ${unit.id} under itself`);
      }
      for (const [scheme, track] of unit.codes) {
        const code = track.at(at, position)?.value;
        if (code == null) continue;
        if (holders.has(`${scheme}:${code}`)) wrong.push(`${date}: ${scheme}:${code} held twice`);
        holders.add(`${scheme}:${code}`);
      }
    }
    return wrong;
  });
}
