import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Request, Response } from 'express';
import { ReadFigures, ReadOrganisation, ReadTargets, recordWords } from '#chronicle';
import { writeFigures } from '#interchange';
import { codeAt, IMPORT_KEYS, type UnitId } from '#structure';
import { FoundRecords } from '../governance/found-records.js';
import { FoundUnits } from '../units/found-units.js';
import { AXES_PARAMETERS, axesOf, isTrue, oneOf, parametersOf } from './export-parameters.js';
import { announced, EXPORT_FORMATS, send } from './streamed-answer.js';

const PARAMETERS = [...AXES_PARAMETERS, 'unit', 'indicator', 'period'] as const;

/** Streams all figures with their places. */
@Controller('export')
export class FiguresExportController {
  constructor(
    private readonly queries: QueryBus,
    private readonly found: FoundUnits,
    private readonly records: FoundRecords,
  ) {}

  /** A line or row a figure: what, of whom, when, how much, as printed, whether its target is met, and where it stands. */
  @Get(':slug/figures')
  async figures(
    @Param('slug') slug: string,
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const given = parametersOf(PARAMETERS, query);
    const format = oneOf(EXPORT_FORMATS, given.format, 'format');
    const reading = await this.queries.execute(new ReadOrganisation(slug, axesOf(given)));
    const { unit, indicator, period: during, keys = IMPORT_KEYS, bom } = given;
    const asked = {
      unit: unit === undefined ? undefined : (await this.found.mustBe(reading, unit, 'unit')).id,
      indicator:
        indicator === undefined ? undefined : await this.records.indicatorId(reading, indicator, 'indicator'),
      during,
    };
    const figures = await this.queries.execute(new ReadFigures(reading, asked));
    if (announced(reading, { what: 'figures', given, format }, request, response)) return;
    const { register, base, ledgerPosition, timeline, organisation } = reading;
    const pieces = writeFigures(figures, format, {
      words: recordWords(register, base, ledgerPosition),
      keyOf: (id) => {
        const found = timeline.units.get(id as UnitId);
        return found === undefined ? null : codeAt(reading, found, keys);
      },
      targets: await this.queries.execute(new ReadTargets(reading, asked)),
      bom: isTrue(bom),
    });
    await send(pieces, { name: `${organisation.slug}-figures`, format }, response);
  }
}
