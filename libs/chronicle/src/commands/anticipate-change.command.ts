import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** A change is to come whose form, name or date is still open. */
export class AnticipateChange extends ChangeSetCommand {}

@CommandHandler(AnticipateChange)
export class AnticipateChangeHandler extends ChangeSetHandler<AnticipateChange> {}
