/** Injection token of the ledger store. */
export const LEDGER = Symbol('LedgerStore');

/** Injection token of what writes the read model together with the events. */
export const INLINE_PROJECTION = Symbol('InlineProjection');

/** Injection token of the store of scenarios. */
export const SCENARIOS = Symbol('ScenarioStore');
