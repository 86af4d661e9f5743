import type { Axes } from '../location/axes.js';
import { useWords } from '../texts/use-words.js';
import { OTHER } from './draft.js';
import { OneUnit } from './one-unit.js';
import type { Part } from './part.js';

interface Props {
  readonly label: string;
  readonly axes: Axes;
  /** The units that begin, or that a unit becomes: by their keys. */
  readonly parts: readonly Part[];
  /** The key of a part, a unit, or `OTHER`; empty: what `otherwise` says. */
  readonly value: string;
  readonly otherwise: string;
  give(destination: string): void;
}

/** Chooses one of the units that the change itself names, or another. */
export function DestinationField({ label, axes, parts, value, otherwise, give }: Props) {
  const { t } = useWords();
  const isOther = value !== '' && !parts.some(({ key }) => key === value);
  return (
    <div className="destination">
      <label className="field">
        {label}
        <select value={isOther ? OTHER : value} onChange={({ target }) => give(target.value)}>
          <option value="">{otherwise}</option>
          {parts.map((part, place) => (
            <option key={part.key} value={part.key}>
              {part.name.trim() === '' ? t('record.part', { number: place + 1 }) : part.name}
            </option>
          ))}
          <option value={OTHER}>{t('record.otherUnit')}</option>
        </select>
      </label>
      {isOther && (
        <OneUnit
          label={t('record.goesTo', { name: label })}
          axes={axes}
          unit={value === OTHER ? null : value}
          wrong={[]}
          choose={(unit) => give(unit ?? OTHER)}
        />
      )}
    </div>
  );
}
