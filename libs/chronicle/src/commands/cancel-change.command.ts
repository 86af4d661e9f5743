import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** A change that has not taken effect will not. */
export class CancelChange extends ChangeSetCommand {}

@CommandHandler(CancelChange)
export class CancelChangeHandler extends ChangeSetHandler<CancelChange> {}
