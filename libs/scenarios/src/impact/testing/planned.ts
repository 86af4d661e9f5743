import { Evidence, GOVERNANCE_KINDS } from '#governance';
import { MEASURE_KINDS } from '#measures';
import { decideRecords, logRecord, parseRecordDraft, Register } from '#records';
import { isKnownAt, type ChangeVersion } from '#structure';
import { instant, type Position } from '#temporal';
import { day, RecordedHistory, type Line } from '../../../../structure/src/testing/recorded-history.js';
import { impactOf, type Impact } from '../impact.js';

export type { Line };

export interface Plan {
  /** The organisation, one change set after another. */
  readonly base: readonly Line[];
  /** What stands beside the structure. */
  readonly records?: readonly Line[];
  /** Changes of the base that are pending. */
  readonly pending?: readonly Line[];
  /** The planner's changes, one change set after another. */
  readonly scenario: readonly Line[];
  readonly at?: string;
  readonly today?: string;
  /** By its key. */
  readonly root?: string;
}

/** A scenario on an organisation, recorded through the real rules, and its impact. */
export function planned(plan: Plan): Impact {
  const history = new RecordedHistory();
  for (const line of plan.base) history.record(line);
  for (const line of plan.pending ?? []) history.propose([line]);
  const register = recorded(history, plan.records ?? []);
  const scenario = history.branch();
  for (const line of plan.scenario) scenario.record(line);
  const { at = '2026-01-01', today = '2025-03-03', root } = plan;
  return impactOf({
    before: history.on(at),
    after: scenario.on(at),
    register,
    evidence: new Evidence(register, register.log.length),
    recordsAt: register.log.length,
    versions: versionsOf(scenario, history.position),
    today: day(today),
    ...(root === undefined ? {} : { root: history.unit(root) }),
  });
}

/** What a branch has recorded itself and still knows. */
export function versionsOf({ timeline, position }: RecordedHistory, since: number): ChangeVersion[] {
  return timeline.log.flatMap(({ position: at, version }) =>
    at > since && version !== undefined && isKnownAt(version, position) ? [version] : [],
  );
}

function recorded(history: RecordedHistory, lines: readonly Line[]): Register {
  const register = new Register(new Map([...GOVERNANCE_KINDS, ...MEASURE_KINDS]));
  lines.forEach((line, index) => {
    const parsed = parseRecordDraft(register.kinds, { ...line });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.rejections));
    const position = (index + 1) as Position;
    register.begin();
    const decided = decideRecords(register, [{ draft: parsed.draft, index }], {
      position,
      newId: () => `00000000-0000-7000-9000-${position.toString(16).padStart(12, '0')}`,
      unit: (key) => history.unit(key).id,
      change: (name) => history.timeline.changesByName.get(name)?.id,
      isChangeName: () => false,
    });
    if (!decided.accepted) throw new Error(JSON.stringify(decided.rejections));
    register.commit();
    const time = instant('2025-01-01T12:00:00Z');
    for (const { recording, data, reason } of decided.events) {
      const origin = { position, recordedAt: time, knownAt: time, actor: 'registrar', reason };
      logRecord(register, recording, data, origin);
    }
  });
  return register;
}

/** A unit that stands since 2015. */
export function stands(key: string, type: string, parent: string | null, more: Line = {}): Line {
  return {
    kind: 'establish',
    on: '2015-01-01',
    unit: { key, name: key.toUpperCase(), type, parent, ...more },
  };
}

export const transfer = (unit: string, to: string, more: Line = {}): Line => ({
  kind: 'transfer',
  on: '2026-01-01',
  unit,
  to,
  ...more,
});

/** An assembly with two boards, each with an administration; `it` and `hr` stand in the first, `drift` in the second. */
export const REGION: readonly Line[] = [
  stands('rf', 'fullmaktige', null, { parents: { political: null } }),
  stands('rs', 'styrelse', 'rf', { parents: { political: 'rf' } }),
  stands('dn', 'namnd', 'rf', { parents: { political: 'rf' } }),
  stands('kontoret', 'forvaltning', 'rs'),
  stands('service', 'forvaltning', 'dn'),
  stands('it', 'avdelning', 'kontoret'),
  stands('hr', 'avdelning', 'kontoret'),
  stands('drift', 'avdelning', 'service'),
];

export const FTE: Line = {
  kind: 'indicator',
  id: 'arsarbetare',
  name: 'Årsarbetare',
  unitOfMeasure: 'årsarbetare',
  polarity: 'neutral',
  parts: 'sum',
  sizes: 'fte',
};
export const BUDGET: Line = {
  ...FTE,
  id: 'budget',
  name: 'Budget',
  unitOfMeasure: 'mnkr',
  decimals: 1,
  sizes: 'budget',
};

export function figure(indicator: string, unit: string, period: string, values: Line, more: Line = {}): Line {
  return { kind: 'figures', indicator, unit, period, rows: [{ values }], ...more };
}
export const fte = (unit: string, outcome: string, period = '2025'): Line =>
  figure('arsarbetare', unit, period, { outcome });
export const budget = (unit: string, amount: string, period = '2026'): Line =>
  figure('budget', unit, period, { budget: amount });
