import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** Another way to write a unit's name. */
export class RecordSpelling extends ChangeSetCommand {}

@CommandHandler(RecordSpelling)
export class RecordSpellingHandler extends ChangeSetHandler<RecordSpelling> {}
