import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Request, Response } from 'express';
import { ReadChart, ReadOrganisation } from '#chronicle';
import { pictureTitle, writeChart } from '#interchange';
import { languageOf } from '../refusals/language.js';
import { FoundUnits } from '../units/found-units.js';
import { AXES_PARAMETERS, axesOf, isTrue, oneOf, parametersOf, wholeOf } from './export-parameters.js';
import { announced, CHART_EXPORT_FORMATS, send } from './streamed-answer.js';

const PARAMETERS = [...AXES_PARAMETERS, 'scenario', 'root', 'depth', 'hierarchy', 'type'] as const;

/** Streams charts of any size. */
@Controller('export')
export class ChartExportController {
  constructor(
    private readonly queries: QueryBus,
    private readonly found: FoundUnits,
  ) {}

  /** A line or row a unit: id, key, name, type, parent, parentKey, codes, path, since; or all of it as a picture. */
  @Get(':slug/chart')
  async chart(
    @Param('slug') slug: string,
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const given = parametersOf(PARAMETERS, query);
    const format = oneOf(CHART_EXPORT_FORMATS, given.format, 'format');
    const reading = await this.queries.execute(new ReadOrganisation(slug, axesOf(given)));
    // Only a picture has words of its own.
    const language = format === 'svg' ? languageOf(request.headers['accept-language']) : 'sv';
    if (format === 'svg') response.setHeader('Vary', 'Accept-Language');
    if (announced(reading, { what: 'chart', given: { ...given, language }, format }, request, response))
      return;
    const depth = wholeOf(given.depth, 'depth') ?? null;
    const options = await this.found.chartOptions(reading, { ...given, depth });
    const boxes = await this.queries.execute(new ReadChart(reading, options));
    const { organisation, date, ledgerPosition: position, standing, scenario } = reading;
    const name = `${organisation.slug}-${date}`;
    const planned = scenario === undefined ? '' : `: ${scenario.state.name}`;
    const shown = { organisation: `${organisation.name}${planned}`, date, position, standing };
    const picture = pictureTitle(shown, language);
    const pieces = writeChart(boxes, format, { keyScheme: given.keys, bom: isTrue(given.bom), picture });
    await send(pieces, { name, format }, response);
  }
}
