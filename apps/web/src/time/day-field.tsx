import { useId, useState } from 'react';
import { isDay } from '../location/days.js';
import { useWords } from '../texts/use-words.js';

interface Props {
  readonly label: string;
  /** Empty: none. */
  readonly value: string;
  /** Whether it may be emptied. */
  readonly optional?: boolean;
  readonly help?: string;
  /** Other texts that are taken beside a day. */
  readonly isGood?: (text: string) => boolean;
  give(day: string): void;
}

/** A date as ISO 8601 writes it, which is how Sweden writes dates: typed or pasted, taken as soon as it is one. */
export function DayField({ label, value, optional = false, help, isGood = isDay, give }: Props) {
  const { t } = useWords();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value;
  const isFine = isGood(text) || (optional && text === '');
  const take = (next: string) => {
    const clean = next.trim();
    const fits = isGood(clean) || (optional && clean === '');
    setTyped(fits ? null : next);
    if (fits && clean !== value) give(clean);
  };
  const said = [help === undefined ? '' : `${id}-help`, isFine ? '' : `${id}-bad`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        size={12}
        placeholder={optional ? undefined : '2022-01-31'}
        value={text}
        aria-invalid={!isFine}
        aria-describedby={said === '' ? undefined : said}
        onChange={({ target }) => take(target.value)}
        onBlur={() => setTyped(null)}
      />
      {help !== undefined && (
        <span id={`${id}-help`} className="small">
          {help}
        </span>
      )}
      {!isFine && (
        <span id={`${id}-bad`} className="small bad">
          {t('time.badDay')}
        </span>
      )}
    </div>
  );
}
