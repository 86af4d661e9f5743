import { Command } from 'commander';
import { FindUnit, ReadChart, ReadOrganisation } from '#chronicle';
import { CHART_FORMATS, writeChart, type ChartFormat } from '#interchange';
import * as option from '../options.js';
import type { Output } from '../output.js';
import { unknownUnit } from '../refused.js';
import { withSession } from '../session.js';

interface Options {
  readonly organisation: string;
  readonly at?: string;
  readonly knownAt?: string;
  readonly root?: string;
  readonly depth?: number;
  readonly type?: string;
  readonly hierarchy?: string;
  readonly keys: string;
  readonly format: ChartFormat;
}

/** `kronika chart`: the organisation on a date. */
export function chartCommand(output: Output): Command {
  return new Command('chart')
    .description('the organisation on a date')
    .addOption(option.organisation())
    .addOption(option.at())
    .addOption(option.knownAt())
    .option('--root <key>', 'only this unit and what stands under it')
    .option('--depth <n>', 'levels below the top ones', option.wholeNumber)
    .option('--type <type>', 'only units of this type')
    .option('--hierarchy <name>', 'the hierarchy; default: line')
    .addOption(option.keys())
    .addOption(option.language())
    .addOption(option.format(CHART_FORMATS, 'tree'))
    .action((options: Options) =>
      withSession(async ({ queries }) => {
        const { depth, type, hierarchy, keys: keyScheme } = options;
        const reading = await queries.execute(
          new ReadOrganisation(options.organisation, { at: options.at, knownAt: options.knownAt }),
        );
        const root =
          options.root === undefined
            ? undefined
            : await queries.execute(new FindUnit(reading, options.root, keyScheme));
        if (root === null) throw unknownUnit(options.root!);
        const boxes = await queries.execute(
          new ReadChart(reading, {
            ...(root === undefined ? {} : { root }),
            ...(depth === undefined ? {} : { depth }),
            ...(type === undefined ? {} : { type }),
            ...(hierarchy === undefined ? {} : { hierarchy }),
          }),
        );
        // Only a tree for reading shows, marked, what is not certainly in force.
        const shown = options.format === 'tree' ? boxes : boxes.filter((box) => box.inForce);
        await output.writeAll(writeChart(shown, options.format, { keyScheme }));
      }),
    );
}
