import { ChangeResolver } from './change.resolver.js';
import { DecisionResolver } from './decision.resolver.js';
import { MarkResolver } from './mark.resolver.js';
import { MatterResolver } from './matter.resolver.js';
import { OrganisationGovernanceResolver } from './organisation-governance.resolver.js';
import {
  AppealResolver,
  AssignmentReportResolver,
  AssignmentResolver,
  ConditionOutcomeResolver,
  ConditionResolver,
  DocumentResolver,
  HandOverResolver,
  InferredLineageStepResolver,
  ObservationResolver,
  ObservationVerdictResolver,
  RecordedSpellingResolver,
  TodoItemResolver,
} from './record-links.resolver.js';
import { UnitGovernanceResolver } from './unit-governance.resolver.js';

/** Matters, decisions, standing, evidence and assignments. */
export const GOVERNANCE_RESOLVERS = [
  OrganisationGovernanceResolver,
  MatterResolver,
  DecisionResolver,
  DocumentResolver,
  ConditionResolver,
  ConditionOutcomeResolver,
  AppealResolver,
  RecordedSpellingResolver,
  ObservationResolver,
  ObservationVerdictResolver,
  InferredLineageStepResolver,
  AssignmentResolver,
  AssignmentReportResolver,
  HandOverResolver,
  TodoItemResolver,
  ChangeResolver,
  UnitGovernanceResolver,
  MarkResolver,
] as const;
