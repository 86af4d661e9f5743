import { TextField } from '../fields/text-field.js';
import { useWords } from '../texts/use-words.js';
import { NEW_CODE, type Code } from './part.js';

interface Props {
  readonly codes: readonly Code[];
  readonly wrong: readonly string[];
  /** What an empty code means, where it means anything. */
  readonly help?: string;
  give(codes: readonly Code[]): void;
}

/** Codes, a scheme and a value each. */
export function CodeFields({ codes, wrong, help, give }: Props) {
  const { t } = useWords();
  const set = (place: number, code: Partial<Code>) =>
    give(codes.map((each, at) => (at === place ? { ...each, ...code } : each)));
  return (
    <fieldset className="part">
      <legend>{t('record.codes')}</legend>
      {codes.map(({ scheme, value }, place) => (
        <div key={place} className="time-row">
          <TextField
            label={t('record.scheme')}
            value={scheme}
            wrong={place === 0 ? wrong : []}
            give={(text) => set(place, { scheme: text })}
          />
          <TextField
            label={t('record.code')}
            value={value}
            help={help}
            give={(text) => set(place, { value: text })}
          />
        </div>
      ))}
      <button type="button" onClick={() => give([...codes, NEW_CODE])}>
        {t('record.moreCode')}
      </button>
    </fieldset>
  );
}
