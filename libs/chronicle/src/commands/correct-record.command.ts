import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** A record was recorded wrongly: it gets new content. */
export class CorrectRecord extends ChangeSetCommand {}

@CommandHandler(CorrectRecord)
export class CorrectRecordHandler extends ChangeSetHandler<CorrectRecord> {}
