import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** Something is to be measured. */
export class DefineIndicator extends ChangeSetCommand {}

@CommandHandler(DefineIndicator)
export class DefineIndicatorHandler extends ChangeSetHandler<DefineIndicator> {}
