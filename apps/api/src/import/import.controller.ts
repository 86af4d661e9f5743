import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { Controller, HttpCode, Logger, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Request, Response } from 'express';
import { LOCAL_ACTOR, Timelines } from '#chronicle';
import { dryRunFile, importFile } from '#interchange';
import { LedgerFault } from '#ledger';
import { isTrue, parametersOf } from '../export/export-parameters.js';
import { OneAtATime } from '../network/one-at-a-time.js';
import { CodedError } from '../refusals/coded-error.js';
import { ImportAnswer } from './import-answer.js';
import { fileIn } from './import-body.js';

/** Bytes between two looks at who else wants the processor. */
const PIECE = 65_536;

/** Takes files of the import format from the web app's own pages. */
@Controller('import')
export class ImportController {
  private readonly turn = new OneAtATime();
  private readonly log = new Logger('Import');

  constructor(
    private readonly commands: CommandBus,
    private readonly timelines: Timelines,
  ) {}

  /** Records the file, or with `dryRun` tells what that would come to; answers lines of progress, errors and the result. */
  @Post(':slug')
  @HttpCode(200)
  async import(
    @Param('slug') slug: string,
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    onlyOwnPages(request);
    const given = parametersOf(['dryRun', 'keys', 'backdate'], query);
    await this.timelines.organisation(slug);
    await this.turn.run(async () => {
      const file = await fileIn(request);
      const answer = new ImportAnswer(response);
      const lines = { lines: 0, of: linesIn(file) };
      const source = Readable.from(piecesOf(file, lines, answer));
      const dryRun = isTrue(given.dryRun);
      const terms = {
        organisation: slug,
        actor: LOCAL_ACTOR,
        keyScheme: given.keys,
        backdate: isTrue(given.backdate),
        onProgress: (made: { recorded: number; skipped: number }) => answer.progress({ ...made, ...lines }),
      };
      try {
        const result = await (dryRun
          ? dryRunFile({ timelines: this.timelines }, source, terms)
          : importFile({ commands: this.commands, timelines: this.timelines }, source, terms));
        answer.result(dryRun, result);
      } catch (error) {
        if (!answer.isGone) this.fail(error, answer);
      }
    });
  }

  private fail(error: unknown, answer: ImportAnswer): void {
    this.log.error(error instanceof Error ? error.stack : String(error));
    answer.failed(error instanceof LedgerFault ? error.code : 'INTERNAL_SERVER_ERROR', {
      sv: 'Ett fel inträffade i servern. Det som redan registrerats finns kvar; importera filen igen för att fortsätta.',
      en: 'The server had a fault. What was recorded before it is kept; import the file again to go on.',
    });
  }
}

/** Beside what every request is held to: a browser says of itself whether its page is of another site. */
function onlyOwnPages(request: Request): void {
  const site = request.headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return;
  throw new CodedError(
    'FOREIGN_ORIGIN',
    { sv: 'Förfrågan kommer från en annan webbplats.', en: 'The request comes from another site.' },
    undefined,
    403,
  );
}

/** The file in pieces. Ends early when nobody waits for the answer any more. */
async function* piecesOf(
  file: Buffer,
  lines: { lines: number },
  answer: ImportAnswer,
): AsyncGenerator<Buffer, void> {
  for (let at = 0; at < file.length; at += PIECE) {
    const piece = file.subarray(at, at + PIECE);
    yield piece;
    lines.lines += linesIn(piece);
    await setImmediate();
    if (answer.isGone) throw new Error('The client has gone.');
  }
}

function linesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}
