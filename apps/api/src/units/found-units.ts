import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { FindUnit, QuestionRefused, type OrganisationReading } from '#chronicle';
import type { ChartOptions, Unit, UnitFilter } from '#structure';
import { CodedError } from '../refusals/coded-error.js';
import type { UnitFilterInput } from './unit-connection.type.js';
import type { ChartArgs, UnitArgs } from './units.args.js';

/** Finds the units that arguments name. */
@Injectable()
export class FoundUnits {
  constructor(private readonly queries: QueryBus) {}

  /** @throws QuestionRefused UNKNOWN_UNIT, AMBIGUOUS_UNIT */
  async mustBe(reading: OrganisationReading, reference: string, field: string): Promise<Unit> {
    const unit = await this.queries.execute(new FindUnit(reading, reference));
    if (unit !== null) return unit;
    const shown = reference.slice(0, 80);
    throw new QuestionRefused(
      'UNKNOWN_UNIT',
      { sv: `Ingen enhet svarar mot ”${shown}”.`, en: `No unit is meant by "${shown}".` },
      field,
    );
  }

  /** @throws QuestionRefused INVALID_FILTER unless exactly one of id and key is given */
  async byArgs(reading: OrganisationReading, { id, key, scheme }: UnitArgs): Promise<Unit | null> {
    if (id != null && key == null && scheme == null) return this.queries.execute(new FindUnit(reading, id));
    if (id == null && key != null) {
      const reference = scheme == null ? key : `${scheme}:${key}`;
      return this.queries.execute(new FindUnit(reading, reference));
    }
    throw new QuestionRefused('INVALID_FILTER', {
      sv: 'Ange antingen id, eller key (och scheme).',
      en: 'Give either id, or key (and scheme).',
    });
  }

  async chartOptions(
    reading: OrganisationReading,
    { root, depth, hierarchy, type }: ChartArgs,
  ): Promise<ChartOptions> {
    if (depth != null && depth < 0) {
      throw new CodedError(
        'INVALID_DEPTH',
        { sv: 'Djupet kan inte vara negativt.', en: 'A depth cannot be negative.' },
        'depth',
      );
    }
    return {
      ...(root == null ? {} : { root: await this.mustBe(reading, root, 'root') }),
      ...(depth == null ? {} : { depth }),
      ...(hierarchy == null ? {} : { hierarchy }),
      ...(type == null ? {} : { type }),
    };
  }

  async unitFilter(reading: OrganisationReading, filter: UnitFilterInput): Promise<UnitFilter> {
    const { text, type, code, scheme, parent, isRoot, hierarchy, includeIndeterminate } = filter;
    if (isRoot === true && parent != null) {
      throw new QuestionRefused(
        'INVALID_FILTER',
        { sv: 'En rot står inte under någon enhet.', en: 'A root stands under no unit.' },
        'filter.isRoot',
      );
    }
    return {
      ...(text == null ? {} : { text }),
      ...(type == null ? {} : { type }),
      ...(code == null ? {} : { code }),
      ...(scheme == null ? {} : { scheme }),
      ...(isRoot === true ? { parent: null } : {}),
      ...(parent == null ? {} : { parent: await this.mustBe(reading, parent, 'filter.parent') }),
      ...(hierarchy == null ? {} : { hierarchy }),
      ...(includeIndeterminate == null ? {} : { includeIndeterminate }),
    };
  }
}
