import type { Axes } from '../location/axes.js';
import { useWords } from '../texts/use-words.js';
import { OneUnit } from './one-unit.js';
import type { Placement } from './part.js';

/** The hierarchies that are offered beside the line; one that a unit stands in already is shown, too. */
const ELSEWHERE = ['political'];

interface Props {
  readonly axes: Axes;
  readonly placements: readonly Placement[];
  readonly wrong: readonly string[];
  give(placements: readonly Placement[]): void;
}

/** Where a unit stands in hierarchies other than the line; nowhere: it takes no part in them. */
export function PlacementFields({ axes, placements, wrong, give }: Props) {
  const { t, label } = useWords();
  const hierarchies = [...new Set([...ELSEWHERE, ...placements.map(({ hierarchy }) => hierarchy)])];
  return hierarchies.map((hierarchy, place) => {
    const others = placements.filter((each) => each.hierarchy !== hierarchy);
    const here = placements.find((each) => each.hierarchy === hierarchy);
    return (
      <div key={hierarchy}>
        <OneUnit
          label={t('record.parentIn', { hierarchy: label('hierarchy', hierarchy) })}
          axes={axes}
          unit={here?.parent ?? null}
          help={t(here?.parent === null ? 'record.topOfIt' : 'record.emptyNowhere')}
          wrong={place === 0 ? wrong : []}
          choose={(parent) => give(parent === null ? others : [...others, { hierarchy, parent }])}
        />
      </div>
    );
  });
}
