import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DecidedChanges, type Evidence } from '#governance';
import type { OrganisationReading } from '../organisation-reading.js';

/** Which changes the decisions and matters are about. */
export class ReadDecidedChanges extends Query<DecidedChanges> {
  constructor(readonly reading: OrganisationReading) {
    super();
  }
}

@QueryHandler(ReadDecidedChanges)
export class ReadDecidedChangesHandler implements IQueryHandler<ReadDecidedChanges> {
  /** Of one position of an organisation, for as long as its evidence is kept. */
  private readonly read = new WeakMap<Evidence, DecidedChanges>();

  async execute({ reading: { base, evidence } }: ReadDecidedChanges): Promise<DecidedChanges> {
    let changes = this.read.get(evidence);
    if (changes === undefined) this.read.set(evidence, (changes = new DecidedChanges(base, evidence)));
    return changes;
  }
}
