import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Request, Response } from 'express';
import { ReadChart, ReadOrganisation } from '#chronicle';
import { writeChart } from '#interchange';
import { FoundUnits } from '../units/found-units.js';
import { AXES_PARAMETERS, axesOf, isTrue, oneOf, parametersOf, wholeOf } from './export-parameters.js';
import { announced, EXPORT_FORMATS, send } from './streamed-answer.js';

const PARAMETERS = [...AXES_PARAMETERS, 'root', 'depth', 'hierarchy', 'type'] as const;

/** Streams charts of any size. */
@Controller('export')
export class ChartExportController {
  constructor(
    private readonly queries: QueryBus,
    private readonly found: FoundUnits,
  ) {}

  /** A line or row a unit: id, key, name, type, parent, parentKey, codes, path, since. */
  @Get(':slug/chart')
  async chart(
    @Param('slug') slug: string,
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const given = parametersOf(PARAMETERS, query);
    const format = oneOf(EXPORT_FORMATS, given.format, 'format');
    const reading = await this.queries.execute(new ReadOrganisation(slug, axesOf(given)));
    if (announced(reading, { what: 'chart', given, format }, request, response)) return;
    const depth = wholeOf(given.depth, 'depth') ?? null;
    const options = await this.found.chartOptions(reading, { ...given, depth });
    const boxes = await this.queries.execute(new ReadChart(reading, options));
    const name = `${reading.organisation.slug}-${reading.date}`;
    const pieces = writeChart(boxes, format, { keyScheme: given.keys, bom: isTrue(given.bom) });
    await send(pieces, { name, format }, response);
  }
}
