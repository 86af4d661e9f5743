import { gunzip } from 'node:zlib';
import { promisify } from 'node:util';
import type { Request } from 'express';
import { CodedError } from '../refusals/coded-error.js';

/** Bytes of a file as they are sent, and unpacked. */
export const LARGEST_BODY = 32_000_000;
export const LARGEST_FILE = 200_000_000;
/** How long a file may be on its way, in milliseconds. */
const LONGEST_SENDING_MS = 120_000;

const CONTENT_TYPES = /^application\/(x-ndjson|gzip)\s*(;|$)/i;

const unpack = promisify(gunzip);

/**
 * Reads the file that a request sends, whole: while it is decided on, nobody else can record, and a sender may be slow.
 * @throws CodedError BAD_REQUEST, BODY_TOO_LARGE, TIME_LIMIT
 */
export async function fileIn(request: Request): Promise<Buffer> {
  if (!CONTENT_TYPES.test(request.headers['content-type'] ?? '')) throw wrongType();
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY) throw tooLarge();
  const body = await bodyOf(request);
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body;
  try {
    return await unpack(body, { maxOutputLength: LARGEST_FILE });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    // Whoever reads the lines tells what is wrong with it.
    return body;
  }
}

async function bodyOf(request: Request): Promise<Buffer> {
  const timer = setTimeout(() => request.destroy(), LONGEST_SENDING_MS);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > LARGEST_BODY) throw tooLarge();
      chunks.push(chunk);
    }
  } finally {
    clearTimeout(timer);
  }
  return Buffer.concat(chunks);
}

function wrongType(): CodedError {
  return new CodedError(
    'BAD_REQUEST',
    {
      sv: 'En import skickas som application/x-ndjson eller application/gzip.',
      en: 'An import is sent as application/x-ndjson or application/gzip.',
    },
    'content-type',
    415,
  );
}

function tooLarge(): CodedError {
  const [packed, plain] = [LARGEST_BODY / 1e6, LARGEST_FILE / 1e6];
  return new CodedError(
    'BODY_TOO_LARGE',
    {
      sv: `Filen är för stor: högst ${packed} MB skickas och högst ${plain} MB packas upp. Använd kronika import.`,
      en: `The file is too large: at most ${packed} MB are sent, and ${plain} MB unpacked. Use kronika import.`,
    },
    undefined,
    413,
  );
}
