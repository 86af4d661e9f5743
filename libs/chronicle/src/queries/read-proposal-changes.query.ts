import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { changesSince, type ChangesSinceProposal, type Evidence } from '#governance';
import { KeptAnswers } from '../kept-answers.js';
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
  private readonly changes = new KeptAnswers<Evidence, readonly ChangesSinceProposal[]>();

  async execute({ reading, decision }: ReadProposalChanges): Promise<readonly ChangesSinceProposal[]> {
    const { register, ledgerPosition, evidence } = reading;
    return this.changes.of(evidence, decision, () => changesSince(register, ledgerPosition, decision) ?? []);
  }
}
