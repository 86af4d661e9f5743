import { ASPECTS, type Aspect, type Deviation } from '#scenarios';
import type { Language } from '#temporal';
import type { ComparedCell, ComparedColumn, ComparedRow, Comparison } from './comparison.js';

const WORDS = {
  sv: {
    unit: 'Enhet',
    recorded: 'som det är registrerat',
    scenario: 'scenario',
    new: 'ny',
    ends: 'upphör',
    notThere: 'finns inte',
    called: 'heter',
    type: 'typ',
    under: 'under',
    top: 'överst',
    nowhere: 'ingen plats',
    noCode: 'ingen kod',
    maybe: 'kanske',
    nothing: 'Ingenting skiljer.',
    counts: {
      begun: 'nya',
      ended: 'upphör',
      renamed: 'nytt namn',
      reclassified: 'ny typ',
      moved: 'flyttade',
      recoded: 'nya koder',
    },
  },
  en: {
    unit: 'Unit',
    recorded: 'as recorded',
    scenario: 'scenario',
    new: 'new',
    ends: 'ends',
    notThere: 'not there',
    called: 'called',
    type: 'type',
    under: 'under',
    top: 'at the top',
    nowhere: 'no place',
    noCode: 'no code',
    maybe: 'perhaps',
    nothing: 'Nothing differs.',
    counts: {
      begun: 'begun',
      ended: 'ended',
      renamed: 'renamed',
      reclassified: 'reclassified',
      moved: 'moved',
      recoded: 'recoded',
    },
  },
} as const;

const GAP = '  ';
/** What is as in the first column. */
const SAME = '=';
const ABSENT = '–';

/** Alternatives side by side for reading: what each column is, then a row for each unit that differs. */
export function* comparisonText({ columns, rows }: Comparison, language: Language): Generator<string, void> {
  const words = WORDS[language];
  for (const column of columns) yield `${columnText(column, language)}\n`;
  yield '\n';
  if (rows.length === 0) {
    yield `${words.nothing}\n`;
    return;
  }
  const table = [
    [words.unit, ...columns.map(({ column }) => `[${column}]`)],
    ...rows.map((row) => rowTexts(row, language)),
  ];
  const widths = table[0]!.map((_, i) => Math.max(...table.map((cells) => cells[i]!.length)));
  for (const cells of table) {
    yield `${cells
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join(GAP)
      .trimEnd()}\n`;
  }
}

function columnText({ column, scenario, at, counts }: ComparedColumn, language: Language): string {
  const words = WORDS[language];
  const what = scenario === null ? words.recorded : `${scenario.name} (${words.scenario} ${scenario.id})`;
  const differs = ASPECTS.filter((aspect) => counts[aspect] > 0).map(
    (aspect) => `${counts[aspect]} ${words.counts[aspect]}`,
  );
  return `[${column}] ${at} ${what}${differs.length === 0 ? '' : `: ${differs.join(', ')}`}`;
}

function rowTexts({ unit, cells }: ComparedRow, language: Language): string[] {
  const asked = cells.flatMap(({ differs }) => differs);
  return [
    unit.key === null ? unit.name : `${unit.name} [${unit.key}]`,
    ...cells.map((cell, i) => (i === 0 ? firstText(cell, asked, language) : cellText(cell, language))),
  ];
}

/** What the first column says of what differs elsewhere, and always where the unit stands. */
function firstText(cell: ComparedCell, asked: readonly Deviation[], language: Language): string {
  if (cell.inForce === false) return ABSENT;
  const said = new Map([['moved line', placeText(cell, 'line', language)]]);
  for (const deviation of asked) {
    const { aspect, track } = deviation;
    if (aspect === 'begun' || aspect === 'ended') continue;
    said.set(`${aspect} ${track ?? ''}`, aspectText(cell, deviation, language));
  }
  return marked(cell, [...said.values()].join('; '), language);
}

/** In what a unit is not as in the first column. */
function cellText(cell: ComparedCell, language: Language): string {
  if (cell.differs.length === 0) return cell.inForce === false ? ABSENT : SAME;
  return cell.differs
    .map((deviation) => `${aspectText(cell, deviation, language)}${deviation.certain ? '' : '?'}`)
    .join('; ');
}

function aspectText(cell: ComparedCell, { aspect, track }: Deviation, language: Language): string {
  const words = WORDS[language];
  const told: Readonly<Record<Aspect, () => string>> = {
    begun: () => `${words.new}, ${placeText(cell, 'line', language)}`,
    ended: () =>
      cell.continuedBy.length === 0
        ? words.notThere
        : `${words.ends} → ${cell.continuedBy.map(({ name }) => name).join(', ')}`,
    renamed: () => `${words.called} ${cell.name ?? ABSENT}`,
    reclassified: () => `${words.type} ${cell.type ?? ABSENT}`,
    moved: () => placeText(cell, track ?? 'line', language),
    recoded: () => `${track} ${cell.codes[track ?? ''] ?? words.noCode}`,
  };
  return told[aspect]();
}

function placeText({ parents }: ComparedCell, hierarchy: string, language: Language): string {
  const words = WORDS[language];
  const place = parents.find((placement) => placement.hierarchy === hierarchy);
  const where =
    place === undefined
      ? words.nowhere
      : place.parent === null
        ? words.top
        : `${words.under} ${place.parent.name}`;
  return hierarchy === 'line' ? where : `${hierarchy}: ${where}`;
}

function marked({ inForce }: ComparedCell, text: string, language: Language): string {
  return inForce === null ? `${WORDS[language].maybe} ${text}` : text;
}
