import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** A paper of a matter is registered. */
export class RegisterDocument extends ChangeSetCommand {}

@CommandHandler(RegisterDocument)
export class RegisterDocumentHandler extends ChangeSetHandler<RegisterDocument> {}
