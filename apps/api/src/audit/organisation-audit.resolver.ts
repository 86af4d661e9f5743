import { Inject } from '@nestjs/common';
import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { LEDGER, Timelines, type OrganisationReading } from '#chronicle';
import type { LedgerStore } from '#ledger';
import { changeCalledIn } from '../governance/change-in.js';
import { FoundRecords } from '../governance/found-records.js';
import { RecordNode } from '../governance/record.type.js';
import { Organisation } from '../organisations/organisation.type.js';
import { Pages } from '../organisations/pages.js';
import { RequestContext } from '../request-context.js';
import { PositionScalar } from '../schema/scalars.js';
import { FoundUnits } from '../units/found-units.js';
import { LedgerEventsArgs, type LedgerEventFilterInput } from './events.args.js';
import { LedgerEvent, LedgerEventConnection, type LedgerPage } from './ledger-event.type.js';
import { RecordedEvents, type EventFilter } from './recorded-events.js';
import { StoredEvents } from './stored-events.js';

/** The ledger itself: who recorded what, when and why. */
@Resolver(() => Organisation)
export class OrganisationAuditResolver {
  constructor(
    private readonly pages: Pages,
    private readonly timelines: Timelines,
    private readonly found: FoundUnits,
    private readonly records: FoundRecords,
    @Inject(LEDGER) private readonly ledger: LedgerStore,
  ) {}

  @ResolveField(() => LedgerEventConnection, {
    description: 'The events of the ledger up to the knowledge time, newest first.',
  })
  async events(
    @Parent() organisation: Organisation,
    @Args() { filter, ...page }: LedgerEventsArgs,
    @Context() context: RequestContext,
  ): Promise<LedgerEventConnection> {
    const cut = await this.pages.of(organisation, page, context, {
      question: `events ${JSON.stringify(filter ?? null)}`,
      list: async (reading) => {
        const { events } = await this.pageOf(reading, []);
        return events.matching(reading.ledgerPosition, await this.filterOf(reading, filter ?? {}));
      },
      keyOf: String,
      nodeOf: (reading, position) => ({ reading, position }),
    });
    const [first] = cut.edges;
    if (first === undefined) return Object.assign(new LedgerEventConnection(), { ...cut, edges: [] });
    const positions = cut.edges.map(({ node }) => node.position);
    const shared = await this.pageOf(first.node.reading, positions);
    const edges = cut.edges.map(({ node, cursor }) => ({
      cursor,
      node: new LedgerEvent(shared, node.position),
    }));
    return Object.assign(new LedgerEventConnection(), { ...cut, edges });
  }

  @ResolveField(() => LedgerEvent, {
    nullable: true,
    description: 'The event at a position; null if the ledger has not come so far at the knowledge time.',
  })
  async event(
    @Parent() organisation: Organisation,
    @Args('position', { type: () => PositionScalar, description: 'Its place in the ledger.' })
    position: number,
  ): Promise<LedgerEvent | null> {
    const reading = await organisation.reading();
    if (position < 1 || position > reading.ledgerPosition) return null;
    return new LedgerEvent(await this.pageOf(reading, [position]), position);
  }

  private async pageOf(reading: OrganisationReading, positions: readonly number[]): Promise<LedgerPage> {
    const memory = await this.timelines.read(reading.organisation.id);
    const stored = new StoredEvents(this.ledger, reading.organisation.id, positions);
    return { reading, memory, events: new RecordedEvents(memory), stored };
  }

  private async filterOf(reading: OrganisationReading, asked: LedgerEventFilterInput): Promise<EventFilter> {
    const { unit } = asked;
    return {
      actor: asked.actor ?? undefined,
      types: asked.types ?? undefined,
      reason: asked.reason ?? undefined,
      about: asked.about == null ? undefined : await this.idMeant(reading, asked.about),
      amendments: asked.amendments ?? undefined,
      unit: unit == null ? undefined : await this.found.mustBe(reading, unit, 'filter.unit'),
    };
  }

  /** The id of the change or record that is meant; what means none is taken for an id. */
  private async idMeant(reading: OrganisationReading, reference: string): Promise<string> {
    const found = changeCalledIn(reading, reference) ?? (await this.records.find(reading, reference));
    return found?.id ?? reference;
  }
}

@Resolver(() => LedgerEvent)
export class LedgerEventRecordResolver {
  constructor(private readonly records: FoundRecords) {}

  @ResolveField(() => RecordNode, {
    nullable: true,
    description: 'The record that it is about, as it is known; null: none, or one that is withdrawn.',
  })
  record(@Parent() event: LedgerEvent): Promise<RecordNode | null> {
    const { reading, recordId } = event.asked;
    return recordId === null ? Promise.resolve(null) : this.records.find(reading, recordId);
  }
}
