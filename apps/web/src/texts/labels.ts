import type { graphql } from '../graphql/graphql.js';
import type { StandingChoice } from '../location/view-state.js';
import type { EvidenceLabels } from './evidence-labels.js';
import type { LedgerLabels } from './ledger-labels.js';
import type { ScenarioLabels } from './labels-scenarios.js';

/** A word for each value of an enum of the schema. */
export type LabelsOf<Name extends Parameters<typeof graphql.scalar>[0]> = Readonly<
  Record<Extract<ReturnType<typeof graphql.scalar<Name>>, string>, string>
>;

/** A word for each value; the compiler asks for all that the schema has. */
export interface Labels extends EvidenceLabels, LedgerLabels, ScenarioLabels {
  readonly standing: LabelsOf<'ChangeStanding'>;
  readonly standingChoice: Readonly<Record<StandingChoice, string>>;
  readonly standingIncluded: Readonly<Record<StandingChoice, string>>;
  readonly kind: LabelsOf<'ChangeKind'>;
  readonly status: LabelsOf<'UnitStatus'>;
  readonly act: LabelsOf<'Act'>;
  readonly relation: LabelsOf<'Relation'>;
  readonly confidence: LabelsOf<'Confidence'>;
  readonly assignmentStatus: LabelsOf<'AssignmentStatus'>;
  readonly assessment: LabelsOf<'Assessment'>;
  readonly value: LabelsOf<'ValueKind'>;
  readonly target: LabelsOf<'TargetStatus'>;
  readonly recording: LabelsOf<'Recording'>;
  readonly hierarchy: Readonly<Record<'line' | 'political', string>>;
  readonly field: Readonly<
    Record<'existence' | 'name' | 'type' | 'parent' | 'code' | 'predecessor' | 'successor', string>
  >;
  /** Of the demo organisations; a vocabulary is an organisation's own, and other types are shown as they are. */
  readonly type: Readonly<Record<string, string>>;
}
