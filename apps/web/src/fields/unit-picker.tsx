import { useId, useRef, useState } from 'react';
import type { Axes } from '../location/axes.js';
import { SuggestingField } from '../search/suggesting-field.js';
import { useWords } from '../texts/use-words.js';
import { FieldSaid } from './text-field.js';
import { useNewUnits } from './new-units.js';
import { FoundUnit } from './found-unit.js';
import { useFoundUnits } from './found-units.js';
import { PickedUnit } from './picked-unit.js';

interface Props {
  readonly label: string;
  /** The date that is edited: units are those of that day. */
  readonly axes: Axes;
  readonly chosen: readonly string[];
  readonly many?: boolean;
  readonly help?: string;
  readonly wrong?: readonly string[];
  choose(units: readonly string[]): void;
}

/** Chooses units among those that there are on the date that is edited, in what is edited. */
export function UnitPicker({ label, axes, chosen, many = false, help, wrong = [], choose }: Props) {
  const { t, day } = useWords();
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const { found: known, at } = useFoundUnits(axes, text, true);
  const begun = useNewUnits()
    .filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()))
    .map(({ id: unit, name }) => ({ id: unit, name, type: '', parent: { name: t('record.begunHere') } }));
  const found = known && [...begun, ...known].filter((unit) => !chosen.includes(unit.id)).slice(0, 12);
  return (
    <div className="picker" ref={place} role="group" aria-label={label} aria-describedby={`${id}-said`}>
      <SuggestingField
        label={label}
        placeholder={t(chosen.length === 0 || many ? 'organisation.findHelp' : 'scenarios.otherUnit')}
        typed={typed}
        setTyped={setTyped}
        items={found ?? []}
        none={found?.length === 0 && at !== null ? t('organisation.foundNone', { date: day(at) }) : null}
        choose={(unit) => {
          choose(many ? [...chosen, unit.id] : [unit.id]);
          setTyped('');
        }}
        show={(unit) => <FoundUnit unit={unit} />}
      />
      {chosen.length > 0 && (
        <ul className="picked">
          {chosen.map((unit) => (
            <PickedUnit
              key={unit}
              unit={unit}
              axes={axes}
              remove={() => {
                choose(chosen.filter((other) => other !== unit));
                place.current?.querySelector('input')?.focus();
              }}
            />
          ))}
        </ul>
      )}
      <FieldSaid id={`${id}-said`} help={help} wrong={wrong} />
    </div>
  );
}
