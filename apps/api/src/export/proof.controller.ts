import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { LEDGER, QuestionRefused, Timelines, unknownOrganisation } from '#chronicle';
import { proveEvent, type LedgerStore } from '#ledger';
import { CodedError } from '../refusals/coded-error.js';
import { parametersOf, wholeOf } from './export-parameters.js';

/** Proofs that an event stands in the ledger, to take along and try offline. */
@Controller('export')
export class ProofController {
  constructor(
    @Inject(LEDGER) private readonly ledger: LedgerStore,
    private readonly timelines: Timelines,
  ) {}

  /** The proof of one event, up to the position `upTo`, by default to the newest event. */
  @Get(':slug/proof/:position')
  async proof(
    @Param('slug') slug: string,
    @Param('position') position: string,
    @Query() query: Record<string, unknown>,
    @Res() response: Response,
  ): Promise<void> {
    const given = parametersOf(['upTo'], query);
    const organisation = await this.timelines.findOrganisation(slug);
    if (organisation === null) {
      throw new QuestionRefused('UNKNOWN_ORGANISATION', unknownOrganisation(slug));
    }
    const at = wholeOf(position, 'position') ?? 0;
    const proof = await proveEvent(this.ledger, organisation.id, at, wholeOf(given.upTo, 'upTo'));
    if (proof === null) throw unknownEvent();
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Cache-Control', 'private, no-cache');
    const name = `${organisation.slug}-${proof.position}-proof.json`;
    response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
    response.send(JSON.stringify(proof));
  }
}

function unknownEvent(): CodedError {
  return new CodedError(
    'UNKNOWN_EVENT',
    {
      sv: 'Liggaren har ingen sådan händelse, eller når inte så långt.',
      en: 'The ledger has no such event, or does not reach so far.',
    },
    'position',
    404,
  );
}
