import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** What a body did in a matter: it prepared, proposed, decided, referred back or rejected. */
export class RecordDecision extends ChangeSetCommand {}

@CommandHandler(RecordDecision)
export class RecordDecisionHandler extends ChangeSetHandler<RecordDecision> {}
