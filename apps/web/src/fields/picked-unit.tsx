import { Icon } from '../icons/icon.js';
import type { Axes } from '../location/axes.js';
import { useWords } from '../texts/use-words.js';
import { useActedOn } from '../units/acted-on.js';

interface Props {
  readonly unit: string;
  readonly axes: Axes;
  remove(): void;
}

/** A unit that is chosen, as it is called on the date, and whether it is there then. */
export function PickedUnit({ unit, axes, remove }: Props) {
  const { t, day, label } = useWords();
  const { acted, at } = useActedOn(axes, unit);
  const isThere = acted === null || acted.status === 'IN_FORCE';
  return (
    <li>
      <span>
        {acted?.name ?? '…'}
        {!isThere && at !== null && (
          <span className="small bad">
            {' '}
            <Icon sign="warning" /> {day(at)}: {label('status', acted.status)}
          </span>
        )}
      </span>
      <button type="button" onClick={remove} aria-label={t('record.remove', { name: acted?.name ?? '' })}>
        ✕
      </button>
    </li>
  );
}
