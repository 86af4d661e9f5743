import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** A change was recorded wrongly: it gets new content. */
export class CorrectChange extends ChangeSetCommand {}

@CommandHandler(CorrectChange)
export class CorrectChangeHandler extends ChangeSetHandler<CorrectChange> {}
