import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** A matter is opened in the register. */
export class OpenMatter extends ChangeSetCommand {}

@CommandHandler(OpenMatter)
export class OpenMatterHandler extends ChangeSetHandler<OpenMatter> {}
