import type { NextFunction, Request, Response } from 'express';
import { errorBody } from './http-errors.filter.js';
import { isLoopback } from './listening-address.js';

/**
 * Refuses requests of foreign web pages: an Origin other than this server, and on loopback a Host that is not this
 * machine's (a name that its owner points here: DNS rebinding).
 */
export function onlyOwnHost(
  host: string,
): (request: Request, response: Response, next: NextFunction) => void {
  const loopback = isLoopback(host);
  return (request, response, next) => {
    const asked = request.headers.host ?? '';
    const { origin } = request.headers;
    const isOwn = !loopback || isLoopback(asked.replace(/:\d+$/, ''));
    const isSame = origin === undefined || origin === `http://${asked}` || origin === `https://${asked}`;
    if (isOwn && isSame) {
      next();
      return;
    }
    response.status(403).json(
      errorBody(
        'FOREIGN_ORIGIN',
        {
          sv: 'Förfrågan kommer från en annan webbplats eller under ett främmande namn.',
          en: 'The request comes from another site or by a foreign name.',
        },
        request.headers['accept-language'],
      ),
    );
  };
}
