export * from './chart.js';
export * from './chronicle.js';
export * from './difference.js';
export * from './existence.js';
export * from './find-unit.js';
export * from './find-units.js';
export { foldName, foldText, wordsSought } from './folded-text.js';
export * from './history.js';
export * from './lineage.js';
export * from './marks.js';
export * from './names-in-order.js';
export * from './narrate.js';
export {
  civil,
  isInForce,
  isKnownAt,
  logEntryAt,
  mayBeInForce,
  nameAt,
  referenceTo,
  versionBehind,
  whenOf,
  type Reading,
  type UnitReference,
  type When,
} from './reading.js';
export * from './unit-state.js';
export * from './why.js';
