import { readFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { ProveEvent } from '#chronicle';
import { parseEnvelope, verifyChainProof, type Checkpoint, type ChainProof } from '#ledger';
import type { Language } from '#temporal';
import { checkpointIn } from '../checkpoint.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { messageLanguage } from '../language.js';
import * as option from '../options.js';
import type { Output } from '../output.js';
import { withSession } from '../session.js';

interface Given {
  readonly organisation: string;
  readonly position: number;
  readonly upTo?: number;
}

/** `kronika proof`: what shows offline that an event stands in the ledger. */
export function proofCommand(output: Output): Command {
  return new Command('proof')
    .description('what shows offline, to whoever kept a checkpoint, that an event stands in the ledger')
    .addOption(option.organisation())
    .addOption(
      new Option('--position <position>', 'the event').argParser(option.wholeNumber).makeOptionMandatory(),
    )
    .addOption(
      new Option(
        '--up-to <position>',
        'the last checkpoint that it reaches; default: the newest event',
      ).argParser(option.wholeNumber),
    )
    .addOption(option.language())
    .action((given: Given) =>
      withSession(async ({ queries }) => {
        const { organisation, position, upTo } = given;
        const { proof } = await queries.execute(new ProveEvent(organisation, position, upTo));
        await output.write(`${JSON.stringify(proof)}\n`);
      }),
    );
}

/** `kronika check-proof FILE`: tries a proof without server or database. */
export function checkProofCommand(output: Output, done: (code: ExitCode) => void): Command {
  return new Command('check-proof')
    .description('try a proof, without server or database')
    .argument('<file>', 'what proof wrote, or the web app saved')
    .addOption(
      new Option('--checkpoint <position:hash>', 'what was kept of the ledger elsewhere').argParser(
        checkpointIn,
      ),
    )
    .addOption(option.language())
    .action(async (file: string, given: { readonly checkpoint?: Checkpoint; readonly lang?: Language }) => {
      const language = messageLanguage(given.lang);
      const verdict = verifyChainProof(jsonIn(await readFile(file, 'utf8')), given.checkpoint);
      if (!verdict.ok) {
        done(EXIT.refused);
        await output.write(`FAILED ${verdict.problem}: ${verdict.message[language]}\n`);
        return;
      }
      const { proof, held } = verdict;
      await output.write(`ok ${told(proof)}\n`);
      const { position, hash } = held ?? proof.checkpoint;
      const said = (held === null ? ALONE : HELD)[language];
      await output.write(`${said} ${position}:${hash}\n`);
    });
}

const HELD = { sv: 'leder till den sparade kontrollpunkten', en: 'leads to the kept checkpoint' };
const ALONE = {
  sv: 'stämmer med sig självt; jämför med en sparad kontrollpunkt. Leder till',
  en: 'agrees with itself; hold it to a kept checkpoint. Leads to',
};

function told({ envelope, position, organisation }: ChainProof): string {
  const { type, command, written } = parseEnvelope(envelope);
  return `organisation ${organisation} position ${position} ${type} ${command.actor} ${written.recordedAt}`;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
