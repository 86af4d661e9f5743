import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { NextFunction, Request, Response } from 'express';

/** Of what this server sends; a file of another kind is not sent. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

/** Names with a hash of their content never change. */
const FOREVER = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';

/** Addresses that others answer, also when a browser opens them. */
const OTHERS = /^\/(graphql|export|health)(\/|$)/;

interface WebFile {
  readonly type: string;
  readonly etag: string;
  readonly plain: Buffer;
  readonly gzip: Buffer;
}

/** Where the built web app is, seen from the sources and from what is compiled of them. */
export function builtWebApp(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package-lock.json')) && dirname(folder) !== folder)
    folder = dirname(folder);
  return join(folder, 'dist', 'web');
}

/**
 * Serves the web app: its files, and its page for every address that a browser opens and nobody else answers. It may
 * load nothing from elsewhere and run nothing that is not one of its files.
 */
export function webApp(folder: string): (request: Request, response: Response, next: NextFunction) => void {
  const files = readFiles(folder);
  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    const file = files.get(request.path);
    if (file !== undefined && request.path !== '/index.html') return send(file, request, response);
    const opensPage = request.path === '/' || request.headers.accept?.includes('text/html') === true;
    if (!opensPage || OTHERS.test(request.path) || request.path.startsWith('/assets/')) return next();
    const page = files.get('/index.html');
    if (page !== undefined) return send(page, request, response);
    response
      .status(503)
      .type('text')
      .send('Webbappen är inte byggd. (The web app is not built: npm run build)');
  };
}

function send(file: WebFile, request: Request, response: Response): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  response.setHeader('Cache-Control', request.path.startsWith('/assets/') ? FOREVER : ASK_AGAIN);
  response.setHeader('ETag', file.etag);
  response.setHeader('Vary', 'Accept-Encoding, Accept');
  if (request.headers['if-none-match'] === file.etag) {
    response.status(304).end();
    return;
  }
  response.setHeader('Content-Type', file.type);
  const packed = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  if (packed) response.setHeader('Content-Encoding', 'gzip');
  const body = packed ? file.gzip : file.plain;
  response.setHeader('Content-Length', body.length);
  response.end(request.method === 'HEAD' ? undefined : body);
}

function readFiles(folder: string): Map<string, WebFile> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    names.flatMap((name) => {
      const type = TYPES[extname(name)];
      if (type === undefined) return [];
      const plain = readFileSync(join(folder, name));
      const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 27)}"`;
      return [[`/${name.replaceAll('\\', '/')}`, { type, etag, plain, gzip: gzipSync(plain) }] as const];
    }),
  );
}
