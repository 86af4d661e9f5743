import { LedgerEventRecordResolver, OrganisationAuditResolver } from './audit/organisation-audit.resolver.js';
import { VerificationResolver } from './audit/verification.resolver.js';
import { GOVERNANCE_RESOLVERS } from './governance/governance.resolvers.js';
import { IMPACT_RESOLVERS } from './impact/impact.resolver.js';
import { MEASURE_RESOLVERS } from './measures/measures.resolvers.js';
import { ChronicleResolver } from './organisations/chronicle.resolver.js';
import { OrganisationResolver } from './organisations/organisation.resolver.js';
import { ChangesResolver } from './recording/changes.resolver.js';
import { RecordsResolver } from './recording/records.resolver.js';
import { RegistrationResolver } from './recording/registration.resolver.js';
import { SCENARIO_RESOLVERS } from './scenarios/scenarios.resolvers.js';
import { UnitResolver } from './units/unit.resolver.js';

/** The GraphQL operations and the fields that are more than read. */
export const RESOLVERS = [
  ChronicleResolver,
  OrganisationResolver,
  UnitResolver,
  OrganisationAuditResolver,
  LedgerEventRecordResolver,
  VerificationResolver,
  ...GOVERNANCE_RESOLVERS,
  ...MEASURE_RESOLVERS,
  ChangesResolver,
  RecordsResolver,
  RegistrationResolver,
  ...SCENARIO_RESOLVERS,
  ...IMPACT_RESOLVERS,
] as const;
