import { decision, matter } from '#governance';
import type { RecordId, RecordRejection, Register } from '#records';
import { LATEST, type Draft } from '#structure';

/** What of a change's basis is recorded, or why that cannot be. */
export interface Grounds {
  /** The decisions that it names. */
  readonly decisions: readonly RecordId[];
  readonly rejections: readonly RecordRejection[];
}

/**
 * The decisions that a basis names, of those that are recorded: what is not is kept as said, and counts for nothing.
 * Where the matter that it names is recorded as well, they are that matter's.
 */
export function groundsOf(register: Register, basis: Draft['basis']): Grounds {
  const decisions: RecordId[] = [];
  const rejections: RecordRejection[] = [];
  const matterId = found(register, basis?.matter, matter.kind);
  for (const [field, name] of decisionsNamed(basis)) {
    const id = found(register, name, decision.kind);
    if (id === undefined) continue;
    decisions.push(id);
    const its = register.get(decision, id, LATEST)!.payload.matter;
    if (matterId !== undefined && its !== matterId) rejections.push(ofOtherMatter(field, String(name)));
  }
  return { decisions, rejections };
}

function decisionsNamed(basis: Draft['basis']): (readonly [field: string, name: unknown])[] {
  const { decision: one, decisions: several } = basis ?? {};
  return [
    ...[one].flat().map((name) => ['basis.decision', name] as const),
    ...[several].flat().map((name, i) => [`basis.decisions[${i}]`, name] as const),
  ];
}

function found(register: Register, name: unknown, kind: string): RecordId | undefined {
  return typeof name === 'string' ? register.find(name, LATEST, [kind])?.id : undefined;
}

function ofOtherMatter(field: string, name: string): RecordRejection {
  const shown = name.slice(0, 80);
  return {
    code: 'OTHER_MATTER',
    message: {
      sv: `Beslutet ”${shown}” hör till ett annat ärende.`,
      en: `The decision "${shown}" belongs to another matter.`,
    },
    field,
    units: [],
    changes: [],
  };
}
