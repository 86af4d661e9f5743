import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  FindRecord,
  ReadAssignments,
  ReadObservations,
  recordMeant,
  type FoundRecord,
  type OrganisationReading,
} from '#chronicle';
import {
  condition,
  decision,
  document,
  matter,
  observation,
  report,
  type AppealPayload,
  type AssignmentOnDate,
  type AssignmentPayload,
  type CompetencePayload,
  type ConditionOutcomePayload,
  type DecisionPayload,
  type DocumentPayload,
  type HandOverPayload,
  type KnownDecision,
  type MatterPayload,
  type Observation as Observed,
  type SpellingPayload,
  type VerdictPayload,
} from '#governance';
import type { FiguresPayload, IndicatorPayload } from '#measures';
import type { KnownRecord } from '#records';
import { Figures } from '../measures/figures.type.js';
import { Indicator } from '../measures/indicator.type.js';
import { Appeal } from './appeal.type.js';
import { Assignment, AssignmentReport, HandOver } from './assignment.type.js';
import { CompetenceRule } from './competence-rule.type.js';
import { Condition, ConditionOutcome } from './condition.type.js';
import { Decision } from './decision.type.js';
import { Document } from './document.type.js';
import { Matter } from './matter.type.js';
import { Observation, ObservationVerdict } from './observation.type.js';
import type { RecordNode } from './record.type.js';
import { RecordedSpelling } from './spelling.type.js';

/** Finds what is recorded beside the structure, as the types of the schema. */
@Injectable()
export class FoundRecords {
  constructor(private readonly queries: QueryBus) {}

  /** The record that a reference means, of any kind or of some; null if there is none. */
  async find(
    reading: OrganisationReading,
    reference: string,
    kinds?: readonly string[],
  ): Promise<RecordNode | null> {
    const found = await this.queries.execute(new FindRecord(reading, reference, kinds));
    return found === null ? null : this.nodeOf(reading, found);
  }

  /** The id of the matter that a filter means. @throws QuestionRefused UNKNOWN_RECORD */
  async matterId(reading: OrganisationReading, reference: string, field: string): Promise<string> {
    return (await recordMeant({ queries: this.queries, reading }, 'matter', reference, field)).id;
  }

  /** The id of the indicator that a filter means. @throws QuestionRefused UNKNOWN_RECORD */
  async indicatorId(reading: OrganisationReading, reference: string, field: string): Promise<string> {
    return (await recordMeant({ queries: this.queries, reading }, 'indicator', reference, field)).id;
  }

  async assignment(reading: OrganisationReading, id: string): Promise<Assignment | null> {
    const all = await this.queries.execute(new ReadAssignments(reading));
    const state = all.find((one) => one.id === id);
    return state === undefined ? null : assignmentOf(reading, state);
  }

  async observation(reading: OrganisationReading, id: string): Promise<Observation | null> {
    const all = await this.queries.execute(new ReadObservations(reading));
    const observed = all.find((one) => one.id === id);
    return observed === undefined ? null : observationOf(reading, observed);
  }

  private async nodeOf(reading: OrganisationReading, found: FoundRecord): Promise<RecordNode | null> {
    switch (found.kind) {
      case 'matter':
        return new Matter(reading, found as KnownRecord<MatterPayload>);
      case 'document':
        return new Document(reading, found as KnownRecord<DocumentPayload>);
      case 'decision':
        return new Decision(reading, found as KnownRecord<DecisionPayload>);
      case 'condition':
        return conditionIn(reading, found.id);
      case 'conditionMet':
      case 'conditionFailed':
        return new ConditionOutcome(reading, found as KnownRecord<ConditionOutcomePayload>);
      case 'appeal':
        return new Appeal(reading, found as KnownRecord<AppealPayload>);
      case 'competence':
        return new CompetenceRule(reading, found as KnownRecord<CompetencePayload>);
      case 'spelling':
        return new RecordedSpelling(reading, found as KnownRecord<SpellingPayload>);
      case 'observation':
        return this.observation(reading, found.id);
      case 'observationConfirmed':
      case 'observationRejected':
        return new ObservationVerdict(reading, found as KnownRecord<VerdictPayload>);
      case 'assignment':
        return this.assignment(reading, found.id);
      case 'report':
        return this.report(reading, found.id);
      case 'handOver':
        return new HandOver(reading, found as KnownRecord<HandOverPayload>);
      case 'indicator':
        return new Indicator(reading, found as KnownRecord<IndicatorPayload>);
      case 'figures':
        return new Figures(reading, found as KnownRecord<FiguresPayload>);
      default:
        return null;
    }
  }

  private async report(reading: OrganisationReading, id: string): Promise<AssignmentReport | null> {
    const known = reading.register.get(report, id, reading.ledgerPosition);
    if (known === undefined) return null;
    const all = await this.queries.execute(new ReadAssignments(reading));
    const state = all.find((one) => one.id === known.payload.assignment);
    const isCertain = state?.reports.some((one) => one.id === id && one.certain) ?? false;
    return new AssignmentReport(reading, known, isCertain);
  }
}

export function matterIn(reading: OrganisationReading, id: string | undefined): Matter | null {
  const known = id === undefined ? undefined : reading.register.get(matter, id, reading.ledgerPosition);
  return known === undefined ? null : new Matter(reading, known);
}

export function documentIn(reading: OrganisationReading, id: string | null | undefined): Document | null {
  const known = id == null ? undefined : reading.register.get(document, id, reading.ledgerPosition);
  return known === undefined ? null : new Document(reading, known);
}

export function decisionIn(reading: OrganisationReading, id: string | undefined): Decision | null {
  const known = id === undefined ? undefined : reading.register.get(decision, id, reading.ledgerPosition);
  return known === undefined ? null : new Decision(reading, known);
}

export function decisionsIn(reading: OrganisationReading, ids: readonly string[]): Decision[] {
  return ids.flatMap((id) => decisionIn(reading, id) ?? []);
}

/** A condition; one whose decision is withdrawn has no state any more, and is not found. */
export function conditionIn(reading: OrganisationReading, id: string): Condition | null {
  const { register, evidence, ledgerPosition } = reading;
  const known = register.get(condition, id, ledgerPosition);
  const set = known && evidence.decision(known.payload.decision);
  const settled = set && evidence.conditionsOf([set]).find((one) => one.id === id);
  return settled === undefined ? null : new Condition(reading, settled);
}

export function assignmentOf(reading: OrganisationReading, state: AssignmentOnDate): Assignment {
  const { id, externalId, first } = reading.register.entries.get(state.id as KnownDecision['id'])!;
  const known: KnownRecord<AssignmentPayload> = {
    id,
    externalId,
    first,
    payload: state.payload,
    source: state.source,
  };
  return new Assignment(reading, known, state);
}

export function observationOf(reading: OrganisationReading, observed: Observed): Observation | null {
  const known = reading.register.get(observation, observed.id, reading.ledgerPosition);
  return known === undefined ? null : new Observation(reading, known, observed);
}
