import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';

/** Injection token of a function that fails when the database does not answer. */
export const DATABASE_CHECK = Symbol('DatabaseCheck');
export type DatabaseCheck = () => Promise<unknown>;

@Controller('health')
export class HealthController {
  constructor(@Inject(DATABASE_CHECK) private readonly check: DatabaseCheck) {}

  /** 200 while the database answers, else 503. */
  @Get()
  async health(@Res() response: Response): Promise<void> {
    response.setHeader('Cache-Control', 'no-store');
    try {
      await this.check();
      response.json({ status: 'ok', database: 'ok' });
    } catch {
      response.status(503).json({ status: 'unavailable', database: 'unreachable' });
    }
  }
}
