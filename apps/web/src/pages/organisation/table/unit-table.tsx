export function UnitTable(_: object) { return null; }
