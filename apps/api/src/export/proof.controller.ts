import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Response } from 'express';
import { ProveEvent } from '#chronicle';
import { parametersOf, wholeOf } from './export-parameters.js';

/** Proofs that an event stands in the ledger, to take along and try offline. */
@Controller('export')
export class ProofController {
  constructor(private readonly queries: QueryBus) {}

  /** The proof of one event, up to the position `upTo`, by default to the newest event. */
  @Get(':slug/proof/:position')
  async proof(
    @Param('slug') slug: string,
    @Param('position') position: string,
    @Query() query: Record<string, unknown>,
    @Res() response: Response,
  ): Promise<void> {
    const given = parametersOf(['upTo'], query);
    const at = wholeOf(position, 'position') ?? 0;
    const { organisation, proof } = await this.queries.execute(
      new ProveEvent(slug, at, wholeOf(given.upTo, 'upTo')),
    );
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Cache-Control', 'private, no-cache');
    const name = `${organisation.slug}-${proof.position}-proof.json`;
    response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
    response.send(JSON.stringify(proof));
  }
}
