import { Icon } from '../icons/icon.js';
import type { Axes } from '../location/axes.js';
import { useWords } from '../texts/use-words.js';
import { useActedOn } from '../units/acted-on.js';
import { useNewUnits } from './new-units.js';
import { PickedItem } from './picked-item.js';

interface Props {
  readonly unit: string;
  readonly axes: Axes;
  remove(): void;
}

/** A unit that is chosen, as it is called on the date, and whether it is there then. */
export function PickedUnit({ unit, axes, remove }: Props) {
  const { t, day, label } = useWords();
  const begun = useNewUnits().find(({ id }) => id === unit);
  const { acted, at } = useActedOn(axes, begun === undefined ? unit : null);
  const isThere = acted === null || acted.status === 'IN_FORCE';
  if (begun !== undefined) {
    return (
      <PickedItem name={begun.name} remove={remove}>
        {begun.name} <span className="small">({t('record.begunHere')})</span>
      </PickedItem>
    );
  }
  return (
    <PickedItem name={acted?.name ?? ''} remove={remove}>
      {acted?.name ?? '…'}
      {!isThere && at !== null && (
        <span className="small bad">
          {' '}
          <Icon sign="warning" /> {day(at)}: {label('status', acted.status)}
        </span>
      )}
    </PickedItem>
  );
}
