import { isUuid, type Scheme, type Timeline, type Unit, type UnitId } from '#structure';

/**
 * What units are called in an export: by their key where the import makes the same unit of it, else by their
 * id, which an import keeps. A key serves if the unit has had it since it began, never had another, and no other
 * unit ever had it; what was taken back counts too. Nothing recorded after the position plays a part.
 */
export class UnitNames {
  private readonly names = new Map<UnitId, string>();

  constructor(
    private readonly timeline: Timeline,
    private readonly position: number,
    readonly keyScheme: Scheme,
  ) {}

  of(id: UnitId): string {
    let name = this.names.get(id);
    if (name === undefined) this.names.set(id, (name = this.keyOf(id) ?? id));
    return name;
  }

  private keyOf(id: UnitId): string | undefined {
    const unit = this.timeline.units.get(id);
    const facts = unit?.codes
      .get(this.keyScheme)
      ?.all()
      .filter((fact) => fact.knownFrom <= this.position);
    const key = facts?.[0]?.value;
    if (unit === undefined || facts === undefined || key == null || isUuid(key)) return undefined;
    if (facts.some((fact) => fact.value !== key)) return undefined;
    const births = unit.existence.all().filter((fact) => fact.value && fact.knownFrom <= this.position);
    const sinceBirth = births.every((birth) =>
      facts.some((fact) => fact.change === birth.change && fact.knownFrom === birth.knownFrom),
    );
    return sinceBirth && !this.isHeldByAnother(key, unit) ? key : undefined;
  }

  private isHeldByAnother(key: string, unit: Unit): boolean {
    for (const holder of this.timeline.holdersOf(this.keyScheme, key)) {
      if (holder === unit) continue;
      const facts = holder.codes.get(this.keyScheme)?.all() ?? [];
      if (facts.some((fact) => fact.value === key && fact.knownFrom <= this.position)) return true;
    }
    return false;
  }
}
