export function UnitChart(_: object) { return null; }
