import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { Request, Response } from 'express';
import type { OrganisationReading } from '#chronicle';

export const EXPORT_FORMATS = ['json', 'ndjson', 'csv'] as const;
/** A chart can be a picture as well. */
export const CHART_EXPORT_FORMATS = [...EXPORT_FORMATS, 'svg'] as const;
export type ExportFormat = (typeof CHART_EXPORT_FORMATS)[number];

const TYPES: Readonly<Record<ExportFormat, string>> = {
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
};

/**
 * Says what an answer rests on. The ETag stands for the answer's bytes; with both times given they never change.
 *
 * @param asked what, and with which parameters
 * @returns whether the client has the answer already; then nothing is to be sent
 */
export function announced(
  reading: OrganisationReading,
  asked: { readonly what: string; readonly given: object; readonly format: ExportFormat },
  request: Request,
  response: Response,
): boolean {
  const { organisation, ledgerPosition: position, at, standing, date, recordedAt, fixed } = reading;
  const planned = reading.scenario && [reading.scenario.state.id, reading.revision];
  const identity = JSON.stringify([2, organisation.id, position, planned ?? null, at, standing, asked]);
  const etag = `"${createHash('sha256').update(identity).digest('base64url').slice(0, 27)}"`;
  response.setHeader('ETag', etag);
  response.setHeader('Cache-Control', fixed ? 'private, max-age=31536000, immutable' : 'private, no-cache');
  response.setHeader('X-Kronika-Position', String(position));
  response.setHeader('X-Kronika-At', date);
  if (reading.scenario !== undefined) {
    response.setHeader('X-Kronika-Scenario', reading.scenario.state.id);
    response.setHeader('X-Kronika-Scenario-Version', String(reading.revision));
  }
  response.setHeader('X-Kronika-Recorded-At', recordedAt);
  if (!isKnown(request.headers['if-none-match'], etag)) return false;
  response.status(304).end();
  return true;
}

/** Sends pieces as fast as they are taken; stops when the client has gone. */
export async function send(
  pieces: Iterable<string>,
  file: { readonly name: string; readonly format: ExportFormat },
  response: Response,
): Promise<void> {
  response.setHeader('Content-Type', TYPES[file.format]);
  response.setHeader('Content-Disposition', `inline; filename="${file.name}.${file.format}"`);
  if (file.format === 'svg') response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
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

function isKnown(header: string | undefined, etag: string): boolean {
  return (header ?? '')
    .split(',')
    .some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*');
}
