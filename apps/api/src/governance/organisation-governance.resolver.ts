import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import {
  QuestionRefused,
  ReadAssignments,
  ReadMatters,
  ReadObservations,
  ReadPendingChanges,
  ReadTodo,
} from '#chronicle';
import { competence } from '#governance';
import { ChangeConnection } from '../changes/change-connection.type.js';
import { Change } from '../changes/change.type.js';
import { Organisation } from '../organisations/organisation.type.js';
import { Pages } from '../organisations/pages.js';
import { RequestContext } from '../request-context.js';
import { FoundUnits } from '../units/found-units.js';
import { AssignmentConnection } from './assignment.type.js';
import { changesIn } from './change-in.js';
import { CompetenceRule } from './competence-rule.type.js';
import { assignmentOf, FoundRecords, observationOf } from './found-records.js';
import { Matter, MatterConnection } from './matter.type.js';
import { Observation, ObservationConnection } from './observation.type.js';
import {
  AssignmentsArgs,
  MatterArgs,
  MattersArgs,
  ObservationsArgs,
  PendingChangesArgs,
  TodoArgs,
} from './organisation-governance.args.js';
import type { RecordNode } from './record.type.js';
import { LeftOut, Obstacle } from './standing.type.js';
import { TodoConnection, TodoItem } from './todo.type.js';

/** Matters, decisions, assignments and evidence of an organisation, at its time axes. */
@Resolver(() => Organisation)
export class OrganisationGovernanceResolver {
  constructor(
    private readonly queries: QueryBus,
    private readonly found: FoundUnits,
    private readonly records: FoundRecords,
    private readonly pages: Pages,
  ) {}

  @ResolveField(() => MatterConnection, { description: 'Matters, in the order of their recording.' })
  async matters(
    @Parent() organisation: Organisation,
    @Args() { filter, ...page }: MattersArgs,
    @Context() context: RequestContext,
  ): Promise<MatterConnection> {
    const cut = await this.pages.of(organisation, page, context, {
      question: `matters ${JSON.stringify(filter ?? null)}`,
      list: (reading) =>
        this.queries.execute(
          new ReadMatters(reading, { text: filter?.text ?? undefined, open: filter?.open ?? undefined }),
        ),
      keyOf: ({ id }) => id,
      nodeOf: (reading, known) => new Matter(reading, known),
    });
    return Object.assign(new MatterConnection(), cut);
  }

  @ResolveField(() => Matter, {
    nullable: true,
    description: 'One matter by its number or id; null if none is meant.',
  })
  async matter(
    @Parent() organisation: Organisation,
    @Args() { number, id }: MatterArgs,
  ): Promise<RecordNode | null> {
    if ((number == null) === (id == null)) {
      throw new QuestionRefused('INVALID_FILTER', {
        sv: 'Ange antingen number eller id.',
        en: 'Give either number or id.',
      });
    }
    return this.records.find(await organisation.reading(), (number ?? id)!, ['matter']);
  }

  @ResolveField(() => ChangeConnection, {
    description:
      'Changes that stand beside what is in force, each with its standing, in the order of their recording.',
  })
  async pendingChanges(
    @Parent() organisation: Organisation,
    @Args() { filter, ...page }: PendingChangesArgs,
    @Context() context: RequestContext,
  ): Promise<ChangeConnection> {
    const cut = await this.pages.of(organisation, page, context, {
      question: `pendingChanges ${JSON.stringify(filter ?? null)}`,
      list: async (reading) => {
        const { unit, matter, standings } = filter ?? {};
        return this.queries.execute(
          new ReadPendingChanges(reading, {
            unit: unit == null ? undefined : await this.found.mustBe(reading, unit, 'filter.unit'),
            matter:
              matter == null ? undefined : await this.records.matterId(reading, matter, 'filter.matter'),
            standings: standings ?? undefined,
          }),
        );
      },
      keyOf: ({ id }) => id,
      nodeOf: (reading, entry) => new Change(reading, entry),
    });
    return Object.assign(new ChangeConnection(), cut);
  }

  @ResolveField(() => [LeftOut], {
    description:
      'Pending changes that the standing asks for and that do not fit the organisation, with the reasons.',
  })
  async leftOut(
    @Parent() organisation: Organisation,
    @Context() context: RequestContext,
  ): Promise<readonly LeftOut[]> {
    const reading = await organisation.reading();
    return context.produce(
      reading.leftOut.map(({ changes, rejections }) => ({
        changes: changesIn(
          reading,
          changes.map(({ id }) => id),
        ),
        reasons: rejections.map((rejection) => new Obstacle(reading, rejection)),
      })),
    );
  }

  @ResolveField(() => AssignmentConnection, {
    description: 'Assignments as they stand on the date, in the order of their recording.',
  })
  async assignments(
    @Parent() organisation: Organisation,
    @Args() { filter, ...page }: AssignmentsArgs,
    @Context() context: RequestContext,
  ): Promise<AssignmentConnection> {
    const { unit, matter, assessment, status, needsHandOver } = filter ?? {};
    const cut = await this.pages.of(organisation, page, context, {
      question: `assignments ${JSON.stringify(filter ?? null)}`,
      list: async (reading) => {
        const found = await this.queries.execute(
          new ReadAssignments(reading, {
            unit: unit == null ? undefined : (await this.found.mustBe(reading, unit, 'filter.unit')).id,
            matter:
              matter == null ? undefined : await this.records.matterId(reading, matter, 'filter.matter'),
            assessment: assessment ?? undefined,
          }),
        );
        return found.filter(
          (one) =>
            (status == null || status.includes(one.status)) &&
            (needsHandOver == null || one.needsHandOver === needsHandOver),
        );
      },
      keyOf: ({ id }) => id,
      nodeOf: (reading, state) => assignmentOf(reading, state),
    });
    return Object.assign(new AssignmentConnection(), cut);
  }

  @ResolveField(() => ObservationConnection, {
    description: 'What later documents show, in the order of recording, each with its verdict.',
  })
  async observations(
    @Parent() organisation: Organisation,
    @Args() { filter, ...page }: ObservationsArgs,
    @Context() context: RequestContext,
  ): Promise<ObservationConnection> {
    const { unit, change, verdicts } = filter ?? {};
    const cut = await this.pages.of<Observation, Observation>(organisation, page, context, {
      question: `observations ${JSON.stringify(filter ?? null)}`,
      list: async (reading) => {
        const observed = await this.queries.execute(
          new ReadObservations(reading, {
            unit: unit == null ? undefined : (await this.found.mustBe(reading, unit, 'filter.unit')).id,
            change: change ?? undefined,
          }),
        );
        return observed
          .filter(({ verdict }) => verdicts == null || verdicts.includes(verdict))
          .flatMap((one) => observationOf(reading, one) ?? []);
      },
      keyOf: ({ id }) => id,
      nodeOf: (_reading, observation) => observation,
    });
    return Object.assign(new ObservationConnection(), cut);
  }

  @ResolveField(() => [CompetenceRule], {
    description: "The recorded rules of which body's decision a change needs, in the order of recording.",
  })
  async competenceRules(
    @Parent() organisation: Organisation,
    @Context() context: RequestContext,
  ): Promise<readonly CompetenceRule[]> {
    const reading = await organisation.reading();
    const rules = reading.register.known(competence, reading.ledgerPosition);
    return context.produce(rules.map((known) => new CompetenceRule(reading, known)));
  }

  @ResolveField(() => TodoConnection, {
    description: 'The evidence that is missing: decisions, conditions, dates, names, reports ...',
  })
  async todo(
    @Parent() organisation: Organisation,
    @Args() { filter, ...page }: TodoArgs,
    @Context() context: RequestContext,
  ): Promise<TodoConnection> {
    const { unit, matter, change, kinds } = filter ?? {};
    const cut = await this.pages.of(organisation, page, context, {
      question: `todo ${JSON.stringify(filter ?? null)}`,
      list: async (reading) =>
        this.queries.execute(
          new ReadTodo(reading, {
            matter:
              matter == null ? undefined : await this.records.matterId(reading, matter, 'filter.matter'),
            change: change ?? undefined,
            unit: unit == null ? undefined : (await this.found.mustBe(reading, unit, 'filter.unit')).id,
            kinds: kinds ?? undefined,
          }),
        ),
      keyOf: ({ kind, change: about, record }) => [kind, about, record].join(),
      nodeOf: (reading, item) => new TodoItem(reading, item),
    });
    return Object.assign(new TodoConnection(), cut);
  }
}
