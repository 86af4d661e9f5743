import { AlternativesResolver } from './alternatives.resolver.js';
import { ScenarioAdoptionResolver, ScenarioProposalResolver } from './scenario-grounds.resolver.js';
import {
  ChangeScenarioResolver,
  MatterAlternativeResolver,
  MatterAlternativesResolver,
  OrganisationScenarioResolver,
} from './scenario-links.resolver.js';
import { ScenarioMutationsResolver } from './scenario-mutations.resolver.js';
import { ScenarioResolver } from './scenario.resolver.js';
import { ScenariosResolver } from './scenarios.resolver.js';

/** What-if branches: asked for, changed, compared, adopted. */
export const SCENARIO_RESOLVERS = [
  ScenariosResolver,
  ScenarioResolver,
  ScenarioProposalResolver,
  ScenarioAdoptionResolver,
  OrganisationScenarioResolver,
  MatterAlternativesResolver,
  MatterAlternativeResolver,
  ChangeScenarioResolver,
  AlternativesResolver,
  ScenarioMutationsResolver,
] as const;
