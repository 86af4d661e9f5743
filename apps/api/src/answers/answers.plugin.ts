import { createHash, randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import {
  HeaderMap,
  type ApolloServerPlugin,
  type GraphQLRequestListener,
  type GraphQLResponse,
} from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import { QueryBus } from '@nestjs/cqrs';
import {
  execute,
  getArgumentValues,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { ReadChart, ReadOrganisation, type OrganisationReading } from '#chronicle';
import { axesOf, type OrganisationArgs } from '../organisations/time-axes.args.js';
import type { RequestContext } from '../request-context.js';
import { ChartUnit } from '../units/chart-unit.type.js';
import { FoundUnits } from '../units/found-units.js';
import type { ChartArgs } from '../units/units.args.js';
import { AnswerTexts } from './answer-texts.js';
import { keyOf, planAnswer, type AnswerPlan, type PlannedChart } from './answer-plan.js';
import { BoundedCache } from './bounded-cache.js';
import { Turns } from './turns.js';

/** Bytes of answers that are kept. */
const MOST_KEPT = 64_000_000;
/** From this cost on, answers are made one after another. */
const COSTLY = 1000;
/** How many boxes are written before others get the processor. */
const BOXES_AT_ONCE = 4000;
const BOXES_A_PIECE = 400;

/**
 * Answers queries of organisations. An answer follows from the organisation, the date, the position in its ledger
 * and the query: one that was given before is given again as it was written then. Errors are left to Apollo.
 */
@Plugin()
export class AnswersPlugin implements ApolloServerPlugin<RequestContext> {
  private readonly plans = new WeakMap<OperationDefinitionNode, { readonly plan: AnswerPlan | undefined }>();
  private readonly answers = new BoundedCache<Buffer>(MOST_KEPT);
  private readonly turns = new Turns();

  constructor(
    private readonly queries: QueryBus,
    private readonly found: FoundUnits,
    private readonly texts: AnswerTexts,
  ) {}

  async requestDidStart(): Promise<GraphQLRequestListener<RequestContext>> {
    return {
      responseForOperation: async ({ schema, document, operation, source, contextValue }) => {
        // Apollo says so of a request that does not say which of its operations is meant.
        if ((operation as OperationDefinitionNode | undefined) === undefined) return null;
        const plan = this.planOf(schema, document, operation);
        const { variables } = contextValue;
        if (plan === undefined || variables === undefined) return null;
        try {
          await this.readAll(schema, plan, contextValue);
        } catch {
          return null;
        }
        const key = keyOfAnswer(source, operation, contextValue);
        let body = this.answers.get(key);
        if (body === undefined) {
          const make = () => this.make(schema, plan, contextValue);
          body = contextValue.cost > COSTLY ? await this.turns.take(make) : await make();
          if (body === undefined) return null;
          this.answers.set(key, body, body.length);
        }
        return responseOf(this.texts.dataOf(body));
      },
    };
  }

  private planOf(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
  ): AnswerPlan | undefined {
    let planned = this.plans.get(operation);
    if (planned === undefined) {
      planned = { plan: planAnswer(schema, document, operation) };
      this.plans.set(operation, planned);
    }
    return planned.plan;
  }

  /** Reads the organisations once for the key and the resolvers, so that both are about the same position. */
  private async readAll(
    schema: GraphQLSchema,
    { roots }: AnswerPlan,
    context: RequestContext,
  ): Promise<void> {
    for (const root of roots) {
      if (root.name.value === 'organisation') {
        const args = argumentsOf<OrganisationArgs>(schema, 'Query', root, context);
        context.readings.set(keyOf(root), await this.read(args.slug, axesOf(args, context), context));
      } else if (root.name.value === 'compare') {
        const { organisation, from, to } = argumentsOf<Compared>(schema, 'Query', root, context);
        context.readings.set(
          `${keyOf(root)}.from`,
          await this.read(organisation, axesOf(from, context), context),
        );
        context.readings.set(
          `${keyOf(root)}.to`,
          await this.read(organisation, axesOf(to, context), context),
        );
      }
    }
  }

  private read(
    organisation: string,
    axes: ReturnType<typeof axesOf>,
    context: RequestContext,
  ): Promise<OrganisationReading> {
    return context.inTime(this.queries.execute(new ReadOrganisation(organisation, axes)));
  }

  /** The whole answer as JSON; undefined if there are errors. */
  private async make(
    schema: GraphQLSchema,
    plan: AnswerPlan,
    context: RequestContext,
  ): Promise<Buffer | undefined> {
    const { data, errors } = await execute({
      schema,
      document: plan.document,
      contextValue: context,
      variableValues: context.variables ?? {},
    });
    if (errors !== undefined || data == null) return undefined;
    const places = plan.charts.map(() => randomUUID());
    for (const [i, { root, key }] of plan.charts.entries()) {
      (data[root] as Record<string, unknown>)[key] = places[i];
    }
    let rest = `{"data":${JSON.stringify(data)}}`;
    const body: Buffer[] = [];
    try {
      for (const [i, chart] of plan.charts.entries()) {
        const [before = '', after = ''] = rest.split(`"${places[i]}"`);
        body.push(Buffer.from(before));
        for await (const piece of this.chart(schema, chart, context)) body.push(piece);
        rest = after;
      }
    } catch {
      return undefined;
    }
    return Buffer.concat([...body, Buffer.from(rest)]);
  }

  private async *chart(
    schema: GraphQLSchema,
    chart: PlannedChart,
    context: RequestContext,
  ): AsyncIterable<Buffer> {
    const reading = context.readings.get(chart.root)!;
    const args = argumentsOf<ChartArgs>(schema, 'Organisation', chart.node, context);
    const options = await this.found.chartOptions(reading, args);
    const boxes = context.produce(await this.queries.execute(new ReadChart(reading, options)));
    const keys = args.keys ?? 'import';
    let json = '[';
    for (const [i, box] of boxes.entries()) {
      json += (i === 0 ? '' : ',') + chart.write(new ChartUnit(box, keys, reading));
      if (i % BOXES_A_PIECE < BOXES_A_PIECE - 1) continue;
      yield Buffer.from(json);
      json = '';
      if (i % BOXES_AT_ONCE === BOXES_AT_ONCE - 1) await setImmediate();
    }
    yield Buffer.from(`${json}]`);
  }
}

interface Compared {
  readonly organisation: string;
  readonly from: Parameters<typeof axesOf>[0];
  readonly to: Parameters<typeof axesOf>[0];
}

function argumentsOf<T>(
  schema: GraphQLSchema,
  type: 'Query' | 'Organisation',
  node: FieldNode,
  context: RequestContext,
): T {
  const parent = schema.getType(type) as ReturnType<GraphQLSchema['getQueryType']>;
  const field = parent!.getFields()[node.name.value]!;
  return getArgumentValues(field, node, context.variables) as T;
}

function keyOfAnswer(
  source: string,
  operation: OperationDefinitionNode,
  { variables, readings }: RequestContext,
): string {
  const read = [...readings].map(([key, { organisation, scenario, revision, at, standing }]) => [
    key,
    organisation.id,
    scenario?.state.id ?? null,
    revision,
    at,
    standing,
  ]);
  return createHash('sha256')
    .update(JSON.stringify([source, operation.name?.value ?? null, variables, read]))
    .digest('base64');
}

function responseOf(data: Record<string, unknown>): GraphQLResponse {
  return {
    body: { kind: 'single', singleResult: { data } },
    http: { headers: new HeaderMap() },
  };
}
