import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** A function, or a share of staff or budget, moves between units that live on. */
export class MoveResponsibility extends ChangeSetCommand {}

@CommandHandler(MoveResponsibility)
export class MoveResponsibilityHandler extends ChangeSetHandler<MoveResponsibility> {}
