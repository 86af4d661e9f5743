import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** Which body's decision a kind of change takes. */
export class SetCompetenceRule extends ChangeSetCommand {}

@CommandHandler(SetCompetenceRule)
export class SetCompetenceRuleHandler extends ChangeSetHandler<SetCompetenceRule> {}
