import { InMemoryLedgerStore } from './in-memory-ledger-store.js';
import { contractEventTypes, describeLedgerStore } from './ledger-store.contract.js';

describeLedgerStore('in-memory ledger store', async () => new InMemoryLedgerStore(contractEventTypes));
