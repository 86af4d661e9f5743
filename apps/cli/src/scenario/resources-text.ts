import type { Holder, HolderMovement, ResourcesImpact, SizeImpact } from '#scenarios';
import type { Size } from '#measures';
import type { Language } from '#temporal';
import { amountText, netText, valueText, whyUnknown } from './amount-text.js';
import type { Section } from './impact-text.js';

const WORDS = {
  sv: {
    sizes: { fte: 'Årsarbetare', headCount: 'Anställda', budget: 'Budget' },
    moving: 'Hos de enheter som flyttas eller upphör',
    noIndicator: 'Okänt: inget nyckeltal mäter det.',
    holders: { outside: 'utanför förvaltningarna', none: 'ingen efterföljare', unknown: 'okänd mottagare' },
    movedIn: 'in',
    movedOut: 'ut',
    net: 'netto',
    within: 'Ingenting byter förvaltning.',
    neutral: {
      yes: 'Neutralt: allt som lämnar en förvaltning kommer till en annan.',
      no: 'Inte neutralt: något har ingen efterföljare.',
      unknown: 'Om det är neutralt är inte känt.',
    },
    begun: 'Nya utan föregångare',
    begunSays: 'vad de ska ha utöver det som flyttas till dem är inte registrerat',
  },
  en: {
    sizes: { fte: 'Full-time equivalents', headCount: 'Employees', budget: 'Budget' },
    moving: 'Of the units that move or end',
    noIndicator: 'Unknown: nothing measures it.',
    holders: { outside: 'outside the administrations', none: 'no successor', unknown: 'receiver unknown' },
    movedIn: 'in',
    movedOut: 'out',
    net: 'net',
    within: 'Nothing changes its administration.',
    neutral: {
      yes: 'Neutral: all that leaves one administration comes to another.',
      no: 'Not neutral: some of it has no successor.',
      unknown: 'Whether it is neutral is not known.',
    },
    begun: 'New without a predecessor',
    begunSays: 'what they are to have besides what moves to them is not recorded',
  },
} as const;

/** People and money per administration, a section for each size that anything is moved of. */
export function resourceSections(
  { sizes, begunFromNothing }: ResourcesImpact,
  language: Language,
): Section[] {
  const words = WORDS[language];
  const sections = (['fte', 'headCount', 'budget'] as const)
    .filter((size) => isMoved(sizes[size]))
    .map((size) => sizeSection(sizes[size], size, language));
  if (begunFromNothing.length === 0) return sections;
  const names = begunFromNothing.map(({ name }) => name).join(', ');
  return [...sections, { heading: words.begun, lines: [`${names}: ${words.begunSays}`] }];
}

/** Whether anything of it moves, or may: also within an administration, and where no figure tells. */
export function isMoved({ flows, moving }: SizeImpact): boolean {
  return flows.length > 0 || moving.value === null || moving.parts.length > 0;
}

function sizeSection(impact: SizeImpact, size: Size, language: Language): Section {
  const words = WORDS[language];
  const { indicator, moving, holders, flows, neutral } = impact;
  const called = words.sizes[size];
  if (indicator === null) return { heading: called, lines: [words.noIndicator] };
  const measured = [indicator.name, indicator.unitOfMeasure].filter(
    (word, i, all) => word.toLowerCase() !== called.toLowerCase() && all.indexOf(word) === i,
  );
  const outcome = neutral === 'unknown' ? 'unknown' : neutral ? 'yes' : 'no';
  return {
    heading: `${called}${measured.length === 0 ? '' : ` (${measured.join(', ')})`}`,
    lines: [
      ...(moving.value === '0' ? [] : [`${words.moving}: ${amountText(moving, language)}`]),
      ...holders.map((movement) => holderLine(movement, language)),
      ...flows.map(
        ({ unit, from, to, amount }) =>
          `${unit.name}, ${holderText(from, language)} → ${holderText(to, language)}: ${amountText(amount, language)}`,
      ),
      flows.length === 0 ? words.within : words.neutral[outcome],
    ],
  };
}

function holderLine({ holder, movedIn, movedOut, net }: HolderMovement, language: Language): string {
  const words = WORDS[language];
  const why = whyUnknown([movedIn, movedOut], language);
  const amounts = [
    `${words.movedIn} ${valueText(movedIn.value, language)}`,
    `${words.movedOut} ${valueText(movedOut.value, language)}`,
    `${words.net} ${netText(net, language)}`,
  ].join(', ');
  return `${holderText(holder, language)}: ${amounts}${why === '' ? '' : ` (${why})`}`;
}

function holderText(holder: Holder, language: Language): string {
  return holder.kind === 'administration' ? holder.unit.name : WORDS[language].holders[holder.kind];
}
