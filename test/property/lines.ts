/** The lines of the public import format, as the model reads them. */

export interface UnitSpec {
  readonly key: string;
  readonly name?: string;
  readonly type?: string;
  readonly parent?: string | null;
  readonly parents?: Readonly<Record<string, string | null>>;
  readonly codes?: Readonly<Record<string, string | null>>;
}

/** Where children of a unit that ends go: by unit, or left to other changes of the same date. */
export type ChildrenOption = Readonly<Record<string, string | null>> | 'leave';

export interface SetSpec {
  readonly unit: string;
  readonly name?: string;
  readonly type?: string;
  readonly parent?: string | null;
  readonly parents?: Readonly<Record<string, string | null>>;
  readonly codes?: Readonly<Record<string, string | null>>;
}

export interface LineageSpec {
  readonly from: string;
  readonly to: string;
  readonly relation: string;
  readonly share?: number;
}

interface Common {
  readonly on: string;
  readonly id?: string;
  readonly set?: string;
  readonly reason?: string;
}

export type ChangeLine = Common &
  (
    | { readonly kind: 'establish'; readonly unit: UnitSpec }
    | { readonly kind: 'rename'; readonly unit: string; readonly name: string }
    | { readonly kind: 'reclassify'; readonly unit: string; readonly type: string }
    | {
        readonly kind: 'recode';
        readonly unit: string;
        readonly codes: Readonly<Record<string, string | null>>;
      }
    | {
        readonly kind: 'transfer';
        readonly unit: string;
        readonly to: string | null;
        readonly hierarchy?: string;
        readonly except?: readonly string[];
        readonly exceptTo?: string | null;
      }
    | {
        readonly kind: 'merge';
        readonly units: readonly string[];
        readonly into: UnitSpec;
        readonly children?: ChildrenOption;
      }
    | {
        readonly kind: 'absorb';
        readonly units: readonly string[];
        readonly into: string;
        readonly name?: string;
        readonly children?: ChildrenOption;
      }
    | {
        readonly kind: 'split';
        readonly unit: string;
        readonly into: readonly UnitSpec[];
        readonly children?: ChildrenOption;
      }
    | {
        readonly kind: 'spinOff';
        readonly unit: string;
        readonly into: readonly UnitSpec[];
        readonly children?: ChildrenOption;
      }
    | {
        readonly kind: 'replace';
        readonly unit: string;
        readonly by: UnitSpec;
        readonly children?: ChildrenOption;
      }
    | {
        readonly kind: 'dissolve';
        readonly unit: string;
        readonly successors: readonly string[] | 'none' | 'unknown';
      }
    | { readonly kind: 'reactivate'; readonly unit: string; readonly parent?: string | null }
    | {
        readonly kind: 'reorganise';
        readonly ends?: readonly string[];
        readonly begins?: readonly UnitSpec[];
        readonly sets?: readonly SetSpec[];
        readonly lineage?: readonly LineageSpec[];
      }
    | {
        readonly kind: 'moveResponsibility';
        readonly unit: string;
        readonly to: readonly { readonly unit: string; readonly share?: number }[];
        readonly what: string;
      }
  );

export type AmendmentLine =
  | {
      readonly kind: 'correct';
      readonly change: string;
      readonly with: ChangeLine;
      readonly reason?: string;
      readonly id?: string;
      readonly set?: string;
    }
  | {
      readonly kind: 'reschedule';
      readonly change: string;
      readonly on: string;
      readonly reason?: string;
      readonly id?: string;
      readonly set?: string;
    }
  | {
      readonly kind: 'cancel';
      readonly change: string;
      readonly reason?: string;
      readonly id?: string;
      readonly set?: string;
    };

export type Line = ChangeLine | AmendmentLine;

export function isAmendment(line: Line): line is AmendmentLine {
  return line.kind === 'correct' || line.kind === 'reschedule' || line.kind === 'cancel';
}

/** Lines as NDJSON: what a failing run prints, and what an import can be given. */
export function asNdjson(lines: readonly Line[]): string {
  return lines.map((line) => JSON.stringify(line)).join('\n');
}
