import { Command } from 'commander';
import type { Database } from '#database';
import {
  CHART_FORMATS,
  pictureTitle,
  writeChart,
  type ChartBox,
  type ChartFormat,
  type PictureTitle,
} from '#interchange';
import { chronicleEventTypes, instantOf, PostgresLedgerStore, systemClock, type LedgerStore } from '#ledger';
import { chartOnDate } from '#projections';
import { parseCivilDate, parseKnowledgeTime, utcDate, valueOf, type Language } from '#temporal';
import { withKeys } from '../key-scheme.js';
import * as option from '../options.js';
import type { Output } from '../output.js';
import type { StandingAsked } from '../standing.js';
import { withDatabase } from '../with-database.js';

interface Given {
  readonly organisation: string;
  readonly at?: string;
  readonly knownAt?: string;
  readonly standing?: StandingAsked;
  readonly scenario?: string;
  readonly root?: string;
  readonly depth?: number;
  readonly type?: string;
  readonly hierarchy?: string;
  readonly keys?: string;
  readonly lang?: Language;
  readonly format: ChartFormat;
}

type Options = Given & { readonly keys: string };

interface Chart {
  readonly boxes: readonly ChartBox[];
  readonly picture: PictureTitle | undefined;
}

/** `kronika chart`: the organisation on a date. */
export function chartCommand(output: Output): Command {
  return new Command('chart')
    .description('the organisation on a date')
    .addOption(option.organisation())
    .addOption(option.at())
    .addOption(option.knownAt())
    .addOption(option.standing())
    .addOption(option.scenario())
    .option('--root <key>', 'only this unit and what stands under it')
    .option('--depth <n>', 'levels below the top ones', option.wholeNumber)
    .option('--type <type>', 'only units of this type')
    .option('--hierarchy <name>', 'the hierarchy; default: line')
    .addOption(option.keys())
    .addOption(option.language())
    .addOption(option.format(CHART_FORMATS, 'tree'))
    .action((given: Given) =>
      withDatabase(async (database) => {
        const ledger = new PostgresLedgerStore(database.pool(), chronicleEventTypes);
        const options = await withKeys(ledger, given);
        const { boxes, picture } =
          (await storedChart(database, ledger, options)) ?? (await resolvedChart(database, options));
        await output.writeAll(writeChart(boxes, options.format, { keyScheme: options.keys, picture }));
      }),
    );
}

/** From the read model, which is there at once; null if that cannot answer, or would have to refuse. */
async function storedChart(database: Database, ledger: LedgerStore, options: Options): Promise<Chart | null> {
  if (options.hierarchy !== undefined && options.hierarchy !== 'line') return null;
  if (options.standing !== undefined && options.standing !== 'in-force') return null;
  if (options.scenario !== undefined || options.format === 'svg') return null;
  const now = instantOf(systemClock());
  const at = parseCivilDate(options.at ?? utcDate(now));
  const knownAt = parseKnowledgeTime(options.knownAt ?? now, now);
  const organisation = await ledger.findOrganisation({ slug: options.organisation });
  if (!at.ok || !knownAt.ok || organisation === null) return null;
  const position =
    options.knownAt === undefined
      ? (await ledger.head(organisation.id))!.position
      : await ledger.positionKnownAt(organisation.id, valueOf(knownAt));
  if (position === 0) return null;
  const boxes = await chartOnDate(database.pool(), {
    organisation: organisation.id,
    at: at.value,
    position,
    root: options.root,
    keyScheme: options.keys,
    depth: options.depth,
    type: options.type,
  });
  return boxes && { boxes, picture: undefined };
}

/** From all that was recorded: the definition of the answer. */
async function resolvedChart(database: Database, options: Options): Promise<Chart> {
  const [{ ReadChart }, { withChronicle }, { readingOf, unitOf }] = await Promise.all([
    import('#chronicle'),
    import('../session.js'),
    import('../question.js'),
  ]);
  return withChronicle(database, async ({ queries }) => {
    const { depth, type, hierarchy } = options;
    const reading = await readingOf(queries, options.organisation, options);
    const root =
      options.root === undefined ? undefined : await unitOf(queries, reading, options.root, options.keys);
    const boxes = await queries.execute(
      new ReadChart(reading, {
        ...(root === undefined ? {} : { root }),
        ...(depth === undefined ? {} : { depth }),
        ...(type === undefined ? {} : { type }),
        ...(hierarchy === undefined ? {} : { hierarchy }),
      }),
    );
    const { organisation, date, ledgerPosition: position, standing, scenario } = reading;
    const name = scenario === undefined ? organisation.name : `${organisation.name}: ${scenario.state.name}`;
    const shown = { organisation: name, date, position, standing };
    return { boxes, picture: pictureTitle(shown, options.lang ?? 'sv') };
  });
}
