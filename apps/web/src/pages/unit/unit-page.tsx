export function UnitPage() { return null; }
