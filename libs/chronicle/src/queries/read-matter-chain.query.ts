import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { chainOf, type Evidence, type MatterChain } from '#governance';
import { KeptAnswers } from '../kept-answers.js';
import type { OrganisationReading } from '../organisation-reading.js';

/** The steps of a matter, first to last; null if no such matter is known. */
export class ReadMatterChain extends Query<MatterChain | null> {
  constructor(
    readonly reading: OrganisationReading,
    /** Its id. */
    readonly matter: string,
  ) {
    super();
  }
}

@QueryHandler(ReadMatterChain)
export class ReadMatterChainHandler implements IQueryHandler<ReadMatterChain> {
  private readonly chains = new KeptAnswers<Evidence, MatterChain | null>();

  async execute({ reading, matter }: ReadMatterChain): Promise<MatterChain | null> {
    const { register, ledgerPosition, evidence } = reading;
    return this.chains.of(
      evidence,
      matter,
      () => chainOf(register, ledgerPosition, matter, evidence) ?? null,
    );
  }
}
