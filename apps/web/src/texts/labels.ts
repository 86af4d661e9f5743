import type { graphql } from '../graphql/graphql.js';
import type { StandingChoice } from '../location/view-state.js';

type Of<Name extends Parameters<typeof graphql.scalar>[0]> = Readonly<
  Record<Extract<ReturnType<typeof graphql.scalar<Name>>, string>, string>
>;

/** A word for each value; the compiler asks for all that the schema has. */
export interface Labels {
  readonly standing: Of<'ChangeStanding'>;
  readonly standingChoice: Readonly<Record<StandingChoice, string>>;
  readonly standingIncluded: Readonly<Record<StandingChoice, string>>;
  readonly kind: Of<'ChangeKind'>;
  readonly status: Of<'UnitStatus'>;
  readonly act: Of<'Act'>;
  readonly relation: Of<'Relation'>;
  readonly confidence: Of<'Confidence'>;
  readonly assignmentStatus: Of<'AssignmentStatus'>;
  readonly assessment: Of<'Assessment'>;
  readonly value: Of<'ValueKind'>;
  readonly target: Of<'TargetStatus'>;
  readonly recording: Of<'Recording'>;
  readonly hierarchy: Readonly<Record<'line' | 'political', string>>;
  readonly field: Readonly<
    Record<'existence' | 'name' | 'type' | 'parent' | 'code' | 'predecessor' | 'successor', string>
  >;
  /** Of the demo organisations; a vocabulary is an organisation's own, and other types are shown as they are. */
  readonly type: Readonly<Record<string, string>>;
}
