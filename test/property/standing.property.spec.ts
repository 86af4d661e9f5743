import { describe, expect, test } from '@jest/globals';
import { decideChangeSet, parseAnyDraft, RecordedOrganisation } from '#chronicle';
import { Evidence, standingOf, type ChangeStanding } from '#governance';
import { dayOf, civilDate, type Position } from '#temporal';
import { fc, runs } from './seeded.js';

const RUNS = runs(1 / 4);
const CHANGES = 3;
const ON = dayOf(civilDate('2022-01-01'));
const REGION = [
  unit('rf', 'fullmaktige', null),
  unit('rs', 'styrelse', 'rf'),
  unit('dn', 'namnd', 'rf'),
  unit('to', 'forvaltning', 'rs'),
  unit('from', 'forvaltning', 'dn'),
  ...Array.from({ length: CHANGES }, (_, i) => unit(`u${i}`, 'avdelning', 'from')),
  { kind: 'matter', id: 'm', number: 'RS1', title: 'Ärendet' },
];

function unit(key: string, type: string, parent: string | null) {
  return { kind: 'establish', on: '2015-01-01', unit: { key, name: key, type, parent } };
}

/** What may be recorded of one change, in any order and at any time. */
type Act =
  | 'propose'
  | 'decideByBoard'
  | 'decide'
  | 'reject'
  | 'condition'
  | 'meet'
  | 'fail'
  | 'annul'
  | 'withdrawDecision'
  | 'withdrawOutcome'
  | 'cancel';
const ACTS: readonly Act[] = [
  ...(['propose', 'decideByBoard', 'decide', 'reject', 'condition', 'meet', 'fail', 'annul'] as const),
  ...(['withdrawDecision', 'withdrawOutcome', 'cancel', 'decide', 'meet', 'condition'] as const),
];

/** The independent model: plain flags, and the standing read off them. */
class Model {
  proposed = false;
  cancelled = false;
  annulled = false;
  /** Decisions of the assembly that stand, in order: the last says what it says. */
  readonly assembly: { id: string; rejects: boolean }[] = [];
  readonly conditions: { id: string; outcome: 'open' | 'met' | 'failed'; outcomeId: string }[] = [];

  standing(): ChangeStanding | undefined {
    if (!this.proposed) return undefined;
    if (this.cancelled) return 'cancelled';
    if (this.annulled) return 'annulled';
    const last = this.assembly.at(-1);
    if (this.conditions.some(({ outcome }) => outcome === 'failed') || last?.rejects === true)
      return 'lapsed';
    if (last === undefined) return 'proposed';
    return this.conditions.some(({ outcome }) => outcome === 'open') ? 'conditional' : 'inForce';
  }
}

/** Records one act on one change, in the organisation and in the model. */
class World {
  readonly organisation = new RecordedOrganisation();
  readonly models = Array.from({ length: CHANGES }, () => new Model());
  position = 0;
  private ids = 0;

  constructor() {
    for (const line of REGION) this.record(line);
  }

  record(...lines: object[]): void {
    const drafts = lines.map((line) => {
      const parsed = parseAnyDraft(line as Record<string, unknown>);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.rejections));
      return parsed.draft;
    });
    const decision = decideChangeSet(this.organisation, drafts, {
      position: (this.position + 1) as Position,
      today: ON,
      newId: () => `00000000-0000-7000-8000-${String(++this.ids).padStart(12, '0')}`,
      keyScheme: 'import',
      confirmed: 'all',
    });
    if (!decision.accepted) throw new Error(JSON.stringify(decision.rejections));
    this.position += decision.events.length;
  }

  act(act: Act, i: number): void {
    const model = this.models[i]!;
    const id = `${act}-${++this.ids}`;
    const said = { matter: 'RS1', answers: [`p${i}`] };
    const reason = 'Fel';
    if (act === 'propose') {
      if (model.proposed) return;
      model.proposed = true;
      this.record(
        { kind: 'decision', id: `p${i}`, matter: 'RS1', body: 'rs', act: 'proposes', to: 'rf' },
        {
          kind: 'transfer',
          id: `t${i}`,
          on: '2022-01-01',
          unit: `u${i}`,
          to: 'to',
          basis: { decision: `p${i}` },
        },
      );
      return;
    }
    if (!model.proposed || model.cancelled || model.annulled) return;
    const condition = model.conditions.at(-1);
    switch (act) {
      case 'decideByBoard':
        return this.record({ kind: 'decision', id, ...said, body: 'rs', act: 'decides' });
      case 'decide':
      case 'reject':
        model.assembly.push({ id, rejects: act === 'reject' });
        return this.record({ kind: 'decision', id, ...said, body: 'rf', act: `${act}s` });
      case 'condition':
        model.conditions.push({ id, outcome: 'open', outcomeId: '' });
        return this.record({ kind: 'condition', id, decision: `p${i}`, text: 'Förhandlingar' });
      case 'meet':
      case 'fail':
        if (condition === undefined || condition.outcome !== 'open') return;
        condition.outcome = act === 'meet' ? 'met' : 'failed';
        condition.outcomeId = id;
        return this.record({
          kind: act === 'meet' ? 'conditionMet' : 'conditionFailed',
          id,
          condition: condition.id,
        });
      case 'withdrawOutcome':
        if (condition === undefined || condition.outcome === 'open') return;
        condition.outcome = 'open';
        return this.record({ kind: 'cancel', change: condition.outcomeId, reason });
      case 'withdrawDecision': {
        const last = model.assembly.pop();
        return last === undefined ? undefined : this.record({ kind: 'cancel', change: last.id, reason });
      }
      case 'annul': {
        const decisions = model.assembly.filter(({ rejects }) => !rejects);
        if (model.assembly.length !== 1 || decisions.length !== 1) return;
        model.annulled = true;
        return this.record({ kind: 'appeal', decision: decisions[0]!.id, outcome: 'annulled' });
      }
      case 'cancel':
        if (model.standing() === 'inForce') return;
        model.cancelled = true;
        return this.record({ kind: 'cancel', change: `t${i}`, reason });
    }
  }

  /** The standing of each change, and whether it is carried out in the chart in force. */
  answers(position: number): (readonly [ChangeStanding | undefined, boolean])[] {
    const { timeline, register } = this.organisation;
    const evidence = new Evidence(register, position);
    return this.models.map((_, i) => {
      const change = timeline.changesByName.get(`t${i}`);
      const report = change && standingOf(timeline, evidence, change, ON, position);
      const moved = [...timeline.holdersOf('import', `u${i}`)][0]!.parents
        .get('line')!
        .at(ON, position)!.value;
      const target = [...timeline.holdersOf('import', 'to')][0]!;
      return [report?.standing, moved === target.pointer];
    });
  }
}

const histories = fc.array(fc.tuple(fc.constantFrom(...ACTS), fc.nat(CHANGES - 1)), {
  minLength: 5,
  maxLength: 40,
});

describe('standing', () => {
  test('is what the record says, in force only when everything is met, and never changes for what was known', () => {
    fc.assert(
      fc.property(histories, (acts) => {
        const world = new World();
        const past: { position: number; answers: ReturnType<World['answers']> }[] = [];
        for (const [act, i] of acts) {
          world.act(act, i);
          const answers = world.answers(world.position);
          expect(answers).toEqual(
            world.models.map((model) => [model.standing(), model.standing() === 'inForce']),
          );
          past.push({ position: world.position, answers });
        }
        for (const { position, answers } of past) expect(world.answers(position)).toEqual(answers);
      }),
      { numRuns: RUNS },
    );
  }, 300_000);
});
