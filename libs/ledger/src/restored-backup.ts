import type { PoolClient } from 'pg';

import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  type BackupBeside,
  type BackupCommand,
  type BackupCounts,
  type BackupHeader,
  type BackupOrganisation,
  type BackupTrailer,
  LineDigest,
  readEventLine,
} from './backup-format.js';
import type { RestoredBeside, RestoresBeside } from './kept-beside.js';
import { LedgerFault } from './ledger-fault.js';
import { RestoredOrganisation } from './restored-organisation.js';

/** The first version whose backups hold what is kept beside the ledger. */
const WITH_BESIDE = 2;

/** A backup on its way into the tables, line by line, each verified. Its methods throw LedgerFault RESTORE_REFUSED. */
export class RestoredBackup {
  private readonly digest = new LineDigest();
  private readonly counts = { beside: 0, commands: 0, events: 0, organisations: 0 };
  private lineNumber = 0;
  private version = 0;
  private line: BackupOrganisation | undefined;
  /** While its ledger's lines are read. */
  private ledger: RestoredOrganisation | undefined;
  /** While the values beside its ledger are read. */
  private kept: RestoredBeside | undefined;
  private trailer: BackupTrailer | undefined;

  constructor(
    private readonly client: PoolClient,
    private readonly beside: RestoresBeside | undefined,
  ) {}

  async take(line: string): Promise<void> {
    this.lineNumber += 1;
    if (this.trailer !== undefined) throw backupRefused(`line ${this.lineNumber} comes after the trailer`);
    const event = readEventLine(line);
    if (event !== undefined && this.ledger !== undefined) {
      await this.ledger.add(event);
      this.counts.events += 1;
    } else await this.takeValue(this.parsed(line));
    if (this.trailer === undefined) this.digest.add(`${line}\n`);
  }

  async finish(): Promise<BackupCounts> {
    await this.endOrganisation();
    const { trailer, counts } = this;
    if (trailer === undefined) throw backupRefused('it is truncated: the trailer is missing');
    const said = { ...trailer, beside: this.version < WITH_BESIDE ? 0 : trailer.beside };
    for (const name of ['beside', 'commands', 'events', 'organisations'] as const) {
      if (said[name] !== counts[name])
        throw backupRefused(`it holds ${counts[name]} ${name}, not ${said[name]}`);
    }
    if (trailer.sha256 !== this.digest.digest()) throw backupRefused('its checksum does not match');
    return counts;
  }

  private async takeValue(value: object): Promise<void> {
    if (this.lineNumber === 1) this.version = versionOf(value);
    else if ('organisation' in value) {
      await this.endOrganisation();
      this.line = value as BackupOrganisation;
      this.ledger = await RestoredOrganisation.begin(this.client, this.line);
      this.counts.organisations += 1;
    } else if ('key' in value && this.ledger !== undefined) {
      this.ledger.endCommand(value as BackupCommand);
      this.counts.commands += 1;
    } else if ('beside' in value && !('sha256' in value)) await this.takeBeside(value as BackupBeside);
    else if ('sha256' in value) this.trailer = value as BackupTrailer;
    else throw this.notUnderstood();
  }

  private async takeBeside({ beside, value }: BackupBeside): Promise<void> {
    await this.endLedger();
    if (this.version < WITH_BESIDE || this.line === undefined) throw this.notUnderstood();
    if (this.kept === undefined || beside !== this.beside?.name)
      throw backupRefused(`it holds ${String(beside)}, which cannot be taken in`);
    if (typeof value !== 'object' || value === null) throw this.notUnderstood();
    await this.kept.add(value);
    this.counts.beside += 1;
  }

  private async endOrganisation(): Promise<void> {
    await this.endLedger();
    await this.kept?.finish();
    this.kept = undefined;
  }

  private async endLedger(): Promise<void> {
    if (this.ledger === undefined) return;
    await this.ledger.finish();
    this.ledger = undefined;
    if (this.version >= WITH_BESIDE) this.kept = this.beside?.begin(this.client, this.line!.organisation.id);
  }

  private parsed(line: string): object {
    try {
      const value: unknown = JSON.parse(line);
      if (typeof value === 'object' && value !== null) return value;
    } catch {
      // Said below.
    }
    throw this.notUnderstood();
  }

  private notUnderstood(): LedgerFault {
    return backupRefused(`line ${this.lineNumber} is not understood`);
  }
}

/** Its version; one that this program reads. */
function versionOf(value: object): number {
  const { format, version } = value as Partial<BackupHeader>;
  if (format !== BACKUP_FORMAT) throw backupRefused('it is not a backup of a ledger');
  if (version === undefined || !Number.isInteger(version) || version < 1 || version > BACKUP_VERSION)
    throw backupRefused(`it has version ${version}; this program reads 1 to ${BACKUP_VERSION}`);
  return version;
}

export function backupRefused(why: string, cause?: unknown): LedgerFault {
  return new LedgerFault('RESTORE_REFUSED', `The backup is refused: ${why}. Nothing was restored.`, {
    cause,
  });
}
