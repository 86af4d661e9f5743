import { Command, Option } from 'commander';
import { QuestionRefused, unknownOrganisation } from '#chronicle';
import { verifyLedger, type Checkpoint, type Organisation } from '#ledger';
import { verifyReadModel } from '#projections';
import { verifyScenarios } from '#scenarios';
import type { Language } from '#temporal';
import { checkpointIn } from '../checkpoint.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { messageLanguage } from '../language.js';
import * as option from '../options.js';
import type { Output } from '../output.js';
import { withSession, type Session } from '../session.js';

interface Options {
  readonly organisation?: string;
  readonly checkpoint?: readonly Checkpoint[];
  readonly lang?: Language;
}

/** `kronika verify`: chain, positions, times and head of every ledger, and read model and scenarios against it. */
export function verifyCommand(output: Output, done: (code: ExitCode) => void): Command {
  return new Command('verify')
    .description('the hash chain of the ledger, and the read model and the scenarios against it')
    .option('-o, --organisation <slug>', 'only this organisation')
    .addOption(
      new Option('--checkpoint <position:hash>', 'hold its history to what was kept; needs --organisation')
        .argParser<Checkpoint[]>((text, kept) => [...(kept ?? []), checkpointIn(text)])
        .default(undefined),
    )
    .addOption(option.language())
    .action(async (options: Options, command: Command) => {
      if (options.checkpoint !== undefined && options.organisation === undefined) {
        command.error("error: option '--checkpoint' needs '--organisation'");
      }
      const language = messageLanguage(options.lang);
      await withSession(async (session) => {
        for (const organisation of await chosen(session, options.organisation)) {
          const verdict = await verify(session, organisation, options.checkpoint ?? [], language);
          if (!verdict.ok) done(EXIT.refused);
          await output.write(`${verdict.ok ? 'ok' : 'FAILED'} ${organisation.slug} ${verdict.text}\n`);
        }
      });
    });
}

async function chosen({ ledger }: Session, slug: string | undefined): Promise<readonly Organisation[]> {
  if (slug === undefined) return ledger.organisations();
  const organisation = await ledger.findOrganisation({ slug });
  if (organisation !== null) return [organisation];
  throw new QuestionRefused('UNKNOWN_ORGANISATION', unknownOrganisation(slug));
}

async function verify(
  { ledger, database }: Session,
  { id }: Organisation,
  checkpoints: readonly Checkpoint[],
  language: Language,
): Promise<{ ok: boolean; text: string }> {
  const chain = await verifyLedger(ledger, id, checkpoints);
  if (!chain.ok) {
    return { ok: false, text: `position ${chain.position} ${chain.problem}: ${chain.message[language]}` };
  }
  const planned = await verifyScenarios(database.pool(), id);
  if (!planned.ok) {
    const { scenario, version, problem, message } = planned;
    return { ok: false, text: `scenario ${scenario} version ${version} ${problem}: ${message[language]}` };
  }
  const model = await verifyReadModel(database, id);
  if (model.ok) return { ok: true, text: `position ${chain.position} hash ${chain.hash}` };
  const what = {
    sv: 'Läsmodellen säger något annat än händelserna (kör kronika rebuild).',
    en: 'The read model says something else than the events (run kronika rebuild).',
  }[language];
  const rows = JSON.stringify({ expected: model.expected ?? null, stored: model.stored ?? null });
  return { ok: false, text: `position ${model.position} READ_MODEL ${model.table}: ${what} ${rows}` };
}
