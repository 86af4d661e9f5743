import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { findUnit, type Unit } from '#structure';
import type { OrganisationReading } from '../organisation-reading.js';
import { QuestionRefused } from '../refusal.js';

/** The unit that a key, a code as `scheme:value` or an id means; null if there is none. @throws QuestionRefused AMBIGUOUS_UNIT */
export class FindUnit extends Query<Unit | null> {
  constructor(
    readonly reading: OrganisationReading,
    readonly reference: string,
    /** Scheme of bare keys; default `import`. */
    readonly keyScheme?: string,
  ) {
    super();
  }
}

@QueryHandler(FindUnit)
export class FindUnitHandler implements IQueryHandler<FindUnit> {
  async execute({ reading, reference, keyScheme }: FindUnit): Promise<Unit | null> {
    const { timeline, at, position } = reading;
    const found = findUnit(timeline, reference, {
      at,
      position,
      ...(keyScheme === undefined ? {} : { keyScheme }),
    });
    if (found.outcome === 'found') return found.unit;
    if (found.outcome === 'unknown') return null;
    const shown = reference.slice(0, 80);
    throw new QuestionRefused('AMBIGUOUS_UNIT', {
      sv: `”${shown}” har burits av flera enheter: ${found.units.map(({ id }) => id).join(', ')}.`,
      en: `"${shown}" has been held by several units: ${found.units.map(({ id }) => id).join(', ')}.`,
    });
  }
}
