import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { chainOf, type Evidence, type MatterChain } from '#governance';
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
  /** What was read of one position of an organisation, for as long as its evidence is kept. */
  private readonly chains = new WeakMap<Evidence, Map<string, MatterChain | null>>();

  async execute({ reading, matter }: ReadMatterChain): Promise<MatterChain | null> {
    const { register, ledgerPosition, evidence } = reading;
    const known = this.chains.get(evidence) ?? new Map<string, MatterChain | null>();
    this.chains.set(evidence, known);
    let chain = known.get(matter);
    if (chain === undefined) {
      chain = chainOf(register, ledgerPosition, matter, evidence) ?? null;
      known.set(matter, chain);
    }
    return chain;
  }
}
