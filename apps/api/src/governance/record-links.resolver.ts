import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { document as documentKind, report } from '#governance';
import { Change } from '../changes/change.type.js';
import { Appeal } from './appeal.type.js';
import { Assignment, AssignmentReport, HandOver } from './assignment.type.js';
import { changeIn } from './change-in.js';
import { Condition, ConditionOutcome } from './condition.type.js';
import { Decision } from './decision.type.js';
import { Document, DocumentTitle } from './document.type.js';
import { conditionIn, decisionIn, documentIn, FoundRecords, matterIn } from './found-records.js';
import { Matter } from './matter.type.js';
import { InferredLineageStep, Observation, ObservationVerdict } from './observation.type.js';
import { RecordNode } from './record.type.js';
import { RecordedSpelling } from './spelling.type.js';
import { TodoItem } from './todo.type.js';

const THE_DOCUMENT = { nullable: true, description: 'The document that shows it.' } as const;
const THE_ASSIGNMENT = { nullable: true, description: 'The assignment.' } as const;

@Resolver(() => Document)
export class DocumentResolver {
  @ResolveField(() => Matter, { nullable: true, description: 'Its matter.' })
  matter(@Parent() { reading, payload }: Document): Matter | null {
    return matterIn(reading, payload.matter);
  }

  @ResolveField(() => Document, { nullable: true, description: 'The document that it is an attachment of.' })
  attachedTo(@Parent() { reading, payload }: Document): Document | null {
    return documentIn(reading, payload.attachedTo);
  }

  @ResolveField(() => [Document], { description: 'Its attachments, in the order of their recording.' })
  attachments(@Parent() { reading, id }: Document): Document[] {
    return reading.register
      .known(documentKind, reading.ledgerPosition)
      .filter(({ payload }) => payload.attachedTo === id)
      .map((known) => new Document(reading, known));
  }

  @ResolveField(() => [DocumentTitle], { description: 'Other titles that documents give it.' })
  alsoCalled(@Parent() { reading, payload }: Document): DocumentTitle[] {
    return (payload.alsoCalled ?? []).map(({ title, in: within, place }) => ({
      title,
      in: documentIn(reading, within),
      place: place ?? null,
    }));
  }
}

@Resolver(() => Condition)
export class ConditionResolver {
  @ResolveField(() => Decision, { nullable: true, description: 'The decision or proposal that sets it.' })
  decision(@Parent() { reading, payload }: Condition): Decision | null {
    return decisionIn(reading, payload.decision);
  }
}

@Resolver(() => ConditionOutcome)
export class ConditionOutcomeResolver {
  @ResolveField(() => Condition, { nullable: true, description: 'The condition.' })
  condition(@Parent() { reading, payload }: ConditionOutcome): Condition | null {
    return conditionIn(reading, payload.condition);
  }

  @ResolveField(() => Document, THE_DOCUMENT)
  document(@Parent() { reading, payload }: ConditionOutcome): Document | null {
    return documentIn(reading, payload.document);
  }
}

@Resolver(() => Appeal)
export class AppealResolver {
  @ResolveField(() => Decision, { nullable: true, description: 'The decision that is appealed.' })
  decision(@Parent() { reading, payload }: Appeal): Decision | null {
    return decisionIn(reading, payload.decision);
  }

  @ResolveField(() => Document, THE_DOCUMENT)
  document(@Parent() { reading, payload }: Appeal): Document | null {
    return documentIn(reading, payload.document);
  }
}

@Resolver(() => RecordedSpelling)
export class RecordedSpellingResolver {
  @ResolveField(() => Document, THE_DOCUMENT)
  document(@Parent() { reading, payload }: RecordedSpelling): Document | null {
    return documentIn(reading, payload.document);
  }
}

@Resolver(() => Observation)
export class ObservationResolver {
  constructor(private readonly records: FoundRecords) {}

  @ResolveField(() => Document, THE_DOCUMENT)
  document(@Parent() { reading, payload }: Observation): Document | null {
    return documentIn(reading, payload.document);
  }

  @ResolveField(() => Change, {
    nullable: true,
    description: 'The change that it makes likely; it is no decision on it.',
  })
  corroborates(@Parent() { reading, payload }: Observation): Change | null {
    return changeIn(reading, payload.corroborates);
  }

  @ResolveField(() => ObservationVerdict, {
    nullable: true,
    description: 'Who confirmed or rejected it, when: see its log.',
  })
  reviewedBy(@Parent() { reading, reviewed }: Observation): Promise<RecordNode | null> | null {
    return reviewed.reviewedBy === null ? null : this.records.find(reading, reviewed.reviewedBy);
  }
}

@Resolver(() => ObservationVerdict)
export class ObservationVerdictResolver {
  constructor(private readonly records: FoundRecords) {}

  @ResolveField(() => Observation, { nullable: true, description: 'The observation.' })
  observation(@Parent() { reading, payload }: ObservationVerdict): Promise<Observation | null> {
    return this.records.observation(reading, payload.observation);
  }
}

@Resolver(() => InferredLineageStep)
export class InferredLineageStepResolver {
  constructor(private readonly records: FoundRecords) {}

  @ResolveField(() => Observation, { nullable: true, description: 'What it is inferred from.' })
  observation(@Parent() { reading, step }: InferredLineageStep): Promise<Observation | null> {
    return this.records.observation(reading, step.observation);
  }
}

@Resolver(() => Assignment)
export class AssignmentResolver {
  @ResolveField(() => Matter, { nullable: true, description: 'Its matter, or that of its decision.' })
  matter(@Parent() { reading, payload }: Assignment): Matter | null {
    return matterIn(reading, payload.matter ?? decisionIn(reading, payload.decision)?.payload.matter);
  }

  @ResolveField(() => Decision, { nullable: true, description: 'The decision or proposal that gives it.' })
  decision(@Parent() { reading, payload }: Assignment): Decision | null {
    return decisionIn(reading, payload.decision);
  }

  @ResolveField(() => Document, { nullable: true, description: 'The document that it stands in.' })
  document(@Parent() { reading, payload }: Assignment): Document | null {
    return documentIn(reading, payload.document);
  }

  @ResolveField(() => [AssignmentReport], {
    description: 'The reports that have come by the date, for certain or perhaps, oldest first.',
  })
  reports(@Parent() { reading, state }: Assignment): AssignmentReport[] {
    return state.reports.flatMap(({ id, certain }) => {
      const known = reading.register.get(report, id, reading.ledgerPosition);
      return known === undefined ? [] : [new AssignmentReport(reading, known, certain)];
    });
  }
}

@Resolver(() => AssignmentReport)
export class AssignmentReportResolver {
  constructor(private readonly records: FoundRecords) {}

  @ResolveField(() => Assignment, THE_ASSIGNMENT)
  assignment(@Parent() { reading, payload }: AssignmentReport): Promise<Assignment | null> {
    return this.records.assignment(reading, payload.assignment);
  }

  @ResolveField(() => Document, { nullable: true, description: 'The document in which it stands.' })
  document(@Parent() { reading, payload }: AssignmentReport): Document | null {
    return documentIn(reading, payload.document);
  }
}

@Resolver(() => HandOver)
export class HandOverResolver {
  constructor(private readonly records: FoundRecords) {}

  @ResolveField(() => Assignment, THE_ASSIGNMENT)
  assignment(@Parent() { reading, payload }: HandOver): Promise<Assignment | null> {
    return this.records.assignment(reading, payload.assignment);
  }
}

@Resolver(() => TodoItem)
export class TodoItemResolver {
  constructor(private readonly records: FoundRecords) {}

  @ResolveField(() => RecordNode, {
    nullable: true,
    description: 'The condition, decision, assignment or observation that it is about.',
  })
  record(@Parent() { reading, item }: TodoItem): Promise<RecordNode | null> | null {
    return item.record === undefined ? null : this.records.find(reading, item.record);
  }
}
