import type { LabelsOf } from './labels.js';

/** A word for each value of what the ledger holds and what is recorded in it. */
export interface LedgerLabels {
  readonly eventType: LabelsOf<'LedgerEventType'>;
  readonly verifiedPart: LabelsOf<'VerifiedPart'>;
  /** Of lines of an import that are no changes. */
  readonly lineKind: LabelsOf<'RecordKind'> & Readonly<Record<'CORRECT' | 'RESCHEDULE' | 'CANCEL', string>>;
  readonly resource: LabelsOf<'Resource'>;
  readonly openQuestion: LabelsOf<'OpenQuestion'>;
}
