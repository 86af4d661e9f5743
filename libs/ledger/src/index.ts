export { bothInline } from './both-inline.js';
export { canonicalJson } from './canonical-json.js';
export { chainHash, GENESIS_HASH, leafHash } from './chain.js';
export { verifyChainProof, type ChainProof, type ProofProblem, type ProofVerdict } from './chain-proof.js';
export { commandDigest, parseEnvelope, type Envelope } from './envelope.js';
export { chronicleEventTypes, EventTypes, type Upcaster, type Upcasters } from './event-types.js';
export { InMemoryLedgerStore } from './in-memory-ledger-store.js';
export type { JsonArray, JsonObject, JsonValue } from './json.js';
export { LedgerFault, type LedgerFaultCode } from './ledger-fault.js';
export { postgresFault } from './postgres-fault.js';
export { PostgresLedgerStore, type PostgresLedgerWriter } from './postgres-ledger-store.js';
export type {
  AppendedCommand,
  AppendOutcome,
  CommandDraft,
  CommandRecord,
  ConflictReason,
  EventDraft,
  EventTimes,
  Hash,
  Head,
  InlineProjection,
  InlineSql,
  InlineSqlPlaces,
  LedgerStore,
  LedgerWriter,
  Organisation,
  OrganisationDraft,
  OrganisationId,
  ReadRange,
  RecordedEvent,
  RegisterOutcome,
  StoredCommand,
  StoredEvent,
} from './ledger-store.js';
export { instantOf, microsecondsOf, systemClock } from './microseconds.js';
export { ChainVerification, type ChainProblem, type ChainVerdict, type Checkpoint } from './verify-chain.js';
export { proveEvent } from './prove-event.js';
export { verifyLedger } from './verify-ledger.js';
export { backupLedger } from './backup-ledger.js';
export { restoreLedger } from './restore-ledger.js';
export type { BackupCounts } from './backup-format.js';
export type { KeptBeside, RestoredBeside, RestoresBeside } from './kept-beside.js';
