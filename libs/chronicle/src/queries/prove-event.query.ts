import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { proveEvent, type ChainProof, type LedgerStore, type Organisation } from '#ledger';
import { QuestionRefused } from '../refusal.js';
import { Timelines } from '../timelines.js';
import { LEDGER } from '../tokens.js';

/** What shows offline that an event stands in an organisation's ledger. */
export interface ProvenEvent {
  readonly organisation: Organisation;
  readonly proof: ChainProof;
}

/** @throws QuestionRefused UNKNOWN_ORGANISATION, UNKNOWN_EVENT */
export class ProveEvent extends Query<ProvenEvent> {
  constructor(
    /** Slug or id. */
    readonly organisation: string,
    readonly position: number,
    /** The last checkpoint that it reaches; default: the newest event. */
    readonly upTo?: number,
  ) {
    super();
  }
}

@QueryHandler(ProveEvent)
export class ProveEventHandler implements IQueryHandler<ProveEvent> {
  constructor(
    private readonly timelines: Timelines,
    @Inject(LEDGER) private readonly ledger: LedgerStore,
  ) {}

  async execute({ organisation: slug, position, upTo }: ProveEvent): Promise<ProvenEvent> {
    const organisation = await this.timelines.organisation(slug);
    const proof = await proveEvent(this.ledger, organisation.id, position, upTo);
    if (proof !== null) return { organisation, proof };
    throw new QuestionRefused(
      'UNKNOWN_EVENT',
      {
        sv: 'Liggaren har ingen sådan händelse, eller når inte så långt.',
        en: 'The ledger has no such event, or does not reach so far.',
      },
      'position',
    );
  }
}
