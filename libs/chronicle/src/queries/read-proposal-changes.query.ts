import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { changesSince, type ChangesSinceProposal } from '#governance';
import type { OrganisationReading } from '../organisation-reading.js';

/** What a decision added, removed or changed against the proposals behind it, nearest first. */
export class ReadProposalChanges extends Query<readonly ChangesSinceProposal[]> {
  constructor(
    readonly reading: OrganisationReading,
    /** Its id. */
    readonly decision: string,
  ) {
    super();
  }
}

@QueryHandler(ReadProposalChanges)
export class ReadProposalChangesHandler implements IQueryHandler<ReadProposalChanges> {
  async execute({ reading, decision }: ReadProposalChanges): Promise<readonly ChangesSinceProposal[]> {
    return changesSince(reading.register, reading.ledgerPosition, decision) ?? [];
  }
}
