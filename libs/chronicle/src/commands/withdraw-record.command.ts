import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** A record should never have been recorded. */
export class WithdrawRecord extends ChangeSetCommand {}

@CommandHandler(WithdrawRecord)
export class WithdrawRecordHandler extends ChangeSetHandler<WithdrawRecord> {}
