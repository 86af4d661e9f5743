import type { Evidence } from '#governance';
import { indicator as indicatorKind, type Figure } from '#measures';
import type { RecordId, Register } from '#records';
import { codesAt, IMPORT_KEYS, type Difference, type Scheme, type UnitReference } from '#structure';
import { grouped } from '#temporal';
import type { Compared } from './compared.js';
import { figuresByUnit } from './figures-by-unit.js';
import { openAssignments, type OpenAssignment } from './open-assignments.js';
import { steeringDocumentsOf, type SteeringDocument } from './steering-documents.js';

/** A code of a unit that ends which no unit holds after; not the keys of imports, which nothing else rests on. */
export interface VacatedCode {
  readonly scheme: Scheme;
  readonly code: string;
  readonly unit: UnitReference;
}

/** An indicator of which a unit that ends has figures. */
export interface MeasuredUnit {
  readonly unit: UnitReference;
  readonly indicator: { readonly id: RecordId; readonly name: string };
  /** How many figures, targets among them, and how many targets. */
  readonly figures: number;
  readonly targets: number;
  /** The latest period of which there is one, as written. */
  readonly latestPeriod: string;
}

/** What would point at units that the scenario ends. */
export interface LeftBehind {
  /** By scheme, then by unit. */
  readonly codes: readonly VacatedCode[];
  /** In the order of their recording. */
  readonly assignments: readonly OpenAssignment[];
  readonly measures: readonly MeasuredUnit[];
  /** Steering documents that concern a unit which ends or moves. */
  readonly steeringDocuments: readonly SteeringDocument[];
}

type Ends = Pick<Difference, 'ended' | 'moved'>;

export function leftBehind(
  compared: Compared,
  { ended, moved }: Ends,
  register: Register,
  evidence: Evidence,
  recordsAt: number,
): LeftBehind {
  return {
    codes: vacatedCodes(compared, ended),
    assignments: openAssignments(compared, ended, register, evidence, recordsAt),
    measures: ended.flatMap((unit) => measuresOf(unit, register, recordsAt)),
    steeringDocuments: steeringDocumentsOf(register, recordsAt, ended, moved),
  };
}

function vacatedCodes({ before, after }: Compared, ended: Difference['ended']): VacatedCode[] {
  const isHeld = (scheme: Scheme, code: string) => {
    for (const unit of after.reading.timeline.holdersOf(scheme, code)) {
      if (after.isInForce(unit) && after.state.code(unit, scheme) === code) return true;
    }
    return false;
  };
  return ended
    .flatMap(({ id, name }) =>
      Object.entries(codesAt(before.reading, before.unit(id)!)).map(([scheme, code]) => ({
        scheme,
        code,
        unit: { id, name },
      })),
    )
    .filter(({ scheme, code }) => scheme !== IMPORT_KEYS && !isHeld(scheme, code))
    .sort((a, b) => (a.scheme === b.scheme ? 0 : a.scheme < b.scheme ? -1 : 1));
}

function measuresOf({ id, name }: UnitReference, register: Register, recordsAt: number): MeasuredUnit[] {
  const figures = figuresByUnit(register, recordsAt).all.get(id) ?? [];
  return Array.from(
    grouped(figures, ({ indicator }) => indicator),
    ([indicator, of]) => ({
      unit: { id, name },
      indicator: {
        id: indicator,
        name: register.get(indicatorKind, indicator, recordsAt)?.payload.name ?? indicator,
      },
      figures: of.length,
      targets: of.filter(({ kind }) => kind === 'target').length,
      latestPeriod: of.reduce(later).period,
    }),
  );
}

function later(a: Figure, b: Figure): Figure {
  return b.latest > a.latest ? b : a;
}
