import { isKnownAt, today } from '../../location/days.js';
import { useView } from '../../location/use-view.js';
import { useWords } from '../../texts/use-words.js';
import { DayField } from '../../time/day-field.js';

interface Props {
  readonly before: string;
  readonly after: string;
}

/** The two sides: a date and a knowledge time each. */
export function Sides({ before, after }: Props) {
  const { t } = useWords();
  const { state, change } = useView();
  const orNull = (text: string) => (text === '' ? null : text);
  const orToday = (day: string) => (day === today() ? null : day);
  return (
    <div className="sides">
      <fieldset>
        <legend>{t('compare.before')}</legend>
        <DayField label={t('compare.date')} value={before} give={(compare) => change({ compare })} />
        <DayField
          label={t('compare.known')}
          value={state.compareKnown ?? ''}
          optional
          isGood={isKnownAt}
          give={(known) => change({ compareKnown: orNull(known) })}
        />
      </fieldset>
      <button
        type="button"
        onClick={() =>
          change({
            at: orToday(before),
            compare: after,
            known: state.compareKnown,
            compareKnown: state.known,
          })
        }
      >
        ⇄ {t('compare.swap')}
      </button>
      <fieldset>
        <legend>{t('compare.after')}</legend>
        <DayField label={t('compare.date')} value={after} give={(at) => change({ at: orToday(at) })} />
        <DayField
          label={t('compare.known')}
          value={state.known ?? ''}
          optional
          isGood={isKnownAt}
          give={(known) => change({ known: orNull(known) })}
        />
      </fieldset>
    </div>
  );
}
