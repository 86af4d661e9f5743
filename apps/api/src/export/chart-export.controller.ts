import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Request, Response } from 'express';
import { ReadChart, ReadOrganisation, STANDINGS, type Standing } from '#chronicle';
import { writeChart, type ChartFormat } from '#interchange';
import { CodedError } from '../refusals/coded-error.js';
import { FoundUnits } from '../units/found-units.js';

const TYPES = {
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
} as const satisfies Partial<Record<ChartFormat, string>>;
type ExportFormat = keyof typeof TYPES;

const PARAMETERS = [
  'at',
  'knownAt',
  'standing',
  'minPosition',
  'format',
  'root',
  'depth',
  'hierarchy',
  'type',
  'keys',
  'bom',
] as const;
type Parameters = Partial<Record<(typeof PARAMETERS)[number], string>>;

/** Streams charts of any size. */
@Controller('export')
export class ChartExportController {
  constructor(
    private readonly queries: QueryBus,
    private readonly found: FoundUnits,
  ) {}

  /**
   * A line or row a unit: id, key, name, type, parent, parentKey, codes, path, since.
   * The ETag stands for the answer's bytes; with both times given they never change.
   */
  @Get(':slug/chart')
  async chart(
    @Param('slug') slug: string,
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const given = parametersOf(query);
    const format = formatOf(given.format ?? 'json');
    const reading = await this.queries.execute(
      new ReadOrganisation(slug, {
        at: given.at,
        knownAt: given.knownAt,
        standing: standingOf(given.standing),
        minPosition: wholeOf(given.minPosition, 'minPosition'),
      }),
    );
    const { organisation, ledgerPosition: position, at, standing, date, recordedAt } = reading;
    const identity = JSON.stringify([1, organisation.id, position, at, standing, { ...given, format }]);
    const etag = `"${createHash('sha256').update(identity).digest('base64url').slice(0, 27)}"`;
    response.setHeader('ETag', etag);
    response.setHeader(
      'Cache-Control',
      reading.fixed ? 'private, max-age=31536000, immutable' : 'private, no-cache',
    );
    response.setHeader('X-Kronika-Position', String(position));
    response.setHeader('X-Kronika-At', date);
    response.setHeader('X-Kronika-Recorded-At', recordedAt);
    if (isKnown(request.headers['if-none-match'], etag)) {
      response.status(304).end();
      return;
    }
    const options = await this.found.chartOptions(reading, {
      ...given,
      depth: wholeOf(given.depth, 'depth') ?? null,
    });
    const boxes = await this.queries.execute(new ReadChart(reading, options));
    response.setHeader('Content-Type', TYPES[format]);
    response.setHeader('Content-Disposition', `inline; filename="${organisation.slug}-${date}.${format}"`);
    const pieces = writeChart(boxes, format, { keyScheme: given.keys, bom: isTrue(given.bom) });
    await send(pieces, response);
  }
}

/** Sends pieces as fast as they are taken; stops when the client has gone. */
async function send(pieces: Iterable<string>, response: Response): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  try {
    for (const piece of pieces) {
      if (!response.write(Buffer.from(piece))) await once(response, 'drain', { signal: gone.signal });
    }
    response.end();
  } catch (error) {
    if (!gone.signal.aborted) throw error;
  }
}

/** @throws CodedError BAD_REQUEST for an unknown parameter, or one given twice */
function parametersOf(query: Record<string, unknown>): Parameters {
  const given: Parameters = {};
  for (const [name, value] of Object.entries(query)) {
    const known = PARAMETERS.find((parameter) => parameter === name);
    if (known === undefined || typeof value !== 'string') {
      const shown = name.slice(0, 60);
      throw badRequest(
        known === undefined
          ? `Parametern ”${shown}” finns inte.`
          : `Parametern ”${shown}” kan anges en gång.`,
        known === undefined
          ? `There is no parameter "${shown}".`
          : `The parameter "${shown}" can be given once.`,
        shown,
      );
    }
    given[known] = value;
  }
  return given;
}

function formatOf(text: string): ExportFormat {
  if (Object.hasOwn(TYPES, text)) return text as ExportFormat;
  throw badRequest('format är json, ndjson eller csv.', 'format is json, ndjson or csv.', 'format');
}

function standingOf(text: string | undefined): Standing | undefined {
  if (text === undefined || (STANDINGS as readonly string[]).includes(text))
    return text as Standing | undefined;
  throw badRequest(
    `standing är ${STANDINGS.join(', ')}.`,
    `standing is one of ${STANDINGS.join(', ')}.`,
    'standing',
  );
}

function wholeOf(text: string | undefined, field: string): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
  if (Number.isSafeInteger(value)) return value;
  if (field === 'minPosition') {
    throw new CodedError(
      'INVALID_POSITION',
      { sv: 'minPosition är ett heltal från 0.', en: 'minPosition is a whole number from 0.' },
      field,
    );
  }
  throw new CodedError(
    'INVALID_DEPTH',
    { sv: `${field} är ett heltal från 0.`, en: `${field} is a whole number from 0.` },
    field,
  );
}

function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true';
}

function isKnown(header: string | undefined, etag: string): boolean {
  return (header ?? '')
    .split(',')
    .some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*');
}

function badRequest(sv: string, en: string, field: string): CodedError {
  return new CodedError('BAD_REQUEST', { sv, en }, field);
}
