import { LINE, nameAt, sortNamed, type Unit, type UnitId, type UnitReference } from '#structure';
import { newBelongings, type NewBelonging } from './belongings.js';
import type { Compared } from './compared.js';
import { POLITICAL, type Side } from './side.js';

/** The unit directly above, as it is called and of which type it is. */
export interface Superior extends UnitReference {
  readonly type: string;
}

/** What changes for a unit that does not act itself; `because`: the unit above that does. */
export type Consequence =
  | {
      readonly what: 'superior';
      readonly before: Superior;
      readonly after: Superior;
      readonly because: UnitReference;
    }
  | {
      /** `administration`: see `administrationAbove`; `politicalBody`: the board that answers for it. Null: none. */
      readonly what: 'administration' | 'politicalBody';
      readonly before: UnitReference | null;
      readonly after: UnitReference | null;
      readonly because: UnitReference;
    };

/** A unit in force on both sides that no change of the scenario has acted on by the date. */
export interface BroughtAlong extends UnitReference {
  readonly consequences: readonly Consequence[];
}

type Add = (unit: Unit, consequence: Consequence) => void;

/**
 * What a scenario changes for units that stand under those it acts on, by name. Costs what stands under units that
 * begin, move or get another name or type.
 */
export function broughtAlong(compared: Compared): BroughtAlong[] {
  const { after, actedOn } = compared;
  const found = new Map<UnitId, BroughtAlong & { readonly consequences: Consequence[] }>();
  const add: Add = (unit, consequence) => {
    const known = found.get(unit.id);
    if (known !== undefined) known.consequences.push(consequence);
    else if (!actedOn.has(unit.id)) {
      found.set(unit.id, { ...after.reference(unit), consequences: [consequence] });
    }
  };
  const takesPart = (unit: Unit) => after.parent(unit, POLITICAL) !== undefined;
  const administration = (side: Side, unit: Unit) => side.administration(unit);
  const board = (side: Side, unit: Unit) => side.board(unit);
  addSuperiors(compared, add);
  addAll(
    compared,
    'administration',
    newBelongings(compared, LINE, administration, () => true),
    add,
  );
  addAll(
    compared,
    'politicalBody',
    newBelongings(compared, LINE, board, (unit) => !takesPart(unit)),
    add,
  );
  addAll(compared, 'politicalBody', newBelongings(compared, POLITICAL, board, takesPart), add);
  return sortNamed([...found.values()]);
}

function addSuperiors({ before, after, changed }: Compared, add: Add): void {
  for (const unit of changed.values()) {
    if (!unit.was || !unit.is) continue;
    if (!unit.reclassified && !isRenamed(before, unit.before!, after, unit.after!)) continue;
    const [old, now] = [superior(before, unit.before!), superior(after, unit.after!)];
    for (const child of after.children(unit.after!)) {
      const was = before.inForce(child.id);
      if (was === undefined || before.parent(was)?.id !== unit.id) continue;
      add(child, { what: 'superior', before: old, after: now, because: after.reference(unit.after!) });
    }
  }
}

function isRenamed(before: Side, old: Unit, after: Side, now: Unit): boolean {
  return nameAt(before.reading, old) !== nameAt(after.reading, now);
}

function superior(side: Side, unit: Unit): Superior {
  return { ...side.reference(unit), type: side.typeOf(unit) };
}

function addAll(
  { before, after }: Compared,
  what: 'administration' | 'politicalBody',
  belongings: readonly NewBelonging[],
  add: Add,
): void {
  for (const { unit, old, now, because } of belongings) {
    add(unit, {
      what,
      before: old && before.reference(old),
      after: now && after.reference(now),
      because: after.reference(because),
    });
  }
}
