import { Icon } from '../icons/icon.js';
import type { Axes } from '../location/axes.js';
import { useWords } from '../texts/use-words.js';
import { useUnitFacts } from './picked-unit-facts.js';

interface Props {
  readonly unit: string;
  readonly axes: Axes;
  remove(): void;
}

/** A unit that is chosen, as it is called on the date, and whether it is there then. */
export function PickedUnit({ unit, axes, remove }: Props) {
  const { t, day, label } = useWords();
  const { data } = useUnitFacts(axes, unit);
  const at = data?.organisation?.at;
  const found = data?.organisation?.unit;
  const isThere = found == null || found.status === 'IN_FORCE';
  return (
    <li>
      <span>
        {found?.name ?? '…'}
        {!isThere && at !== undefined && (
          <span className="small bad">
            {' '}
            <Icon sign="warning" /> {day(at)}: {label('status', found.status)}
          </span>
        )}
      </span>
      <button type="button" onClick={remove} aria-label={t('scenarios.remove', { name: found?.name ?? '' })}>
        ✕
      </button>
    </li>
  );
}
