import { isDay, isKnownAt } from './days.js';

/** How much of what is pending is included, as the address writes it. */
export const STANDINGS = ['in-force', 'conditional', 'proposed'] as const;
export type StandingChoice = (typeof STANDINGS)[number];

/** How the organisation is shown. */
export const VIEWS = ['tree', 'table', 'chart'] as const;
export type OrganisationView = (typeof VIEWS)[number];

/** Everything that an address says beside its path. Null: not given. */
export interface ViewState {
  /** The day that is asked about; null: today. */
  readonly at: string | null;
  /** Whose knowledge: a day or a time; null: all that is known. */
  readonly known: string | null;
  readonly standing: StandingChoice;
  /** The id of a scenario. */
  readonly scenario: string | null;
  /** The day before, of a comparison. */
  readonly compare: string | null;
  /** The knowledge of the side before, of a comparison. */
  readonly compareKnown: string | null;
  /** How much of what is pending the side before includes; null: as much as the other. */
  readonly compareStanding: StandingChoice | null;
  /** The id of the scenario that the side before is; null: what is recorded. */
  readonly compareScenario: string | null;
  readonly view: OrganisationView;
  readonly hierarchy: string;
  /** The unit in focus: id or key. */
  readonly unit: string | null;
  /** Whether the reasons of the unit in focus are open. */
  readonly why: boolean;
  /** The units that are unfolded; null: as many as fit. */
  readonly open: readonly string[] | null;
}

/** What an address says and nobody can read. */
export interface BadParameter {
  readonly name: string;
  readonly value: string;
}

export const START: ViewState = {
  at: null,
  known: null,
  standing: 'in-force',
  scenario: null,
  compare: null,
  compareKnown: null,
  compareStanding: null,
  compareScenario: null,
  view: 'tree',
  hierarchy: 'line',
  unit: null,
  why: false,
  open: null,
};

/** What an address says in place of units where there are none. */
const NONE = 'none';

function unitsIn(text: string | null): readonly string[] | null {
  return text === null ? null : text === NONE ? [] : text.split(',');
}

/** Reads the part of an address after the question mark. What cannot be read is told of and left out. */
export function readViewState(search: URLSearchParams): {
  readonly state: ViewState;
  readonly bad: readonly BadParameter[];
} {
  const bad: BadParameter[] = [];
  const read = (name: string, isGood: (value: string) => boolean): string | null => {
    const value = search.get(name);
    if (value === null || value === '') return null;
    if (isGood(value)) return value;
    bad.push({ name, value });
    return null;
  };
  const among = (values: readonly string[]) => (value: string) => values.includes(value);
  const state: ViewState = {
    at: read('at', isDay),
    known: read('known', isKnownAt),
    standing: (read('standing', among(STANDINGS)) ?? START.standing) as StandingChoice,
    scenario: read('scenario', () => true),
    compare: read('compare', isDay),
    compareKnown: read('compareKnown', isKnownAt),
    compareStanding: read('compareStanding', among(STANDINGS)) as StandingChoice | null,
    compareScenario: read('compareScenario', () => true),
    view: (read('view', among(VIEWS)) ?? START.view) as OrganisationView,
    hierarchy: read('hierarchy', () => true) ?? START.hierarchy,
    unit: read('unit', () => true),
    why: search.get('why') === '1',
    open: unitsIn(read('open', () => true)),
  };
  return { state, bad };
}

/** The part of an address after the question mark: only what differs from the start, always in one order. */
export function writeViewState(state: ViewState): URLSearchParams {
  const search = new URLSearchParams();
  for (const name of Object.keys(START) as (keyof ViewState)[]) {
    const value = state[name];
    if (value === START[name] || value === null || value === false) continue;
    search.set(name, Array.isArray(value) ? value.join(',') || NONE : value === true ? '1' : String(value));
  }
  return search;
}
