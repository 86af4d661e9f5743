import { isKnownAt, today } from '../../location/days.js';
import { useView } from '../../location/use-view.js';
import { STANDINGS, type StandingChoice } from '../../location/view-state.js';
import { useWords } from '../../texts/use-words.js';
import { DayField } from '../../time/day-field.js';
import { useScenarios, type ScenarioHead } from '../scenarios/scenario-question.js';

interface Chosen {
  readonly at: string;
  readonly known: string | null;
  readonly standing: StandingChoice;
  readonly scenario: string | null;
}

interface Props {
  readonly before: string;
  readonly after: string;
}

/** The two sides: a date, a knowledge time, how much of what is pending, and a scenario each. */
export function Sides({ before, after }: Props) {
  const { t } = useWords();
  const { state, axes, change } = useView();
  const scenarios = useScenarios(axes.slug, false).data?.scenarios.nodes ?? [];
  const orToday = (day: string) => (day === today() && state.scenario === null ? null : day);
  const one: Chosen = {
    at: before,
    known: state.compareKnown,
    standing: state.compareStanding ?? state.standing,
    scenario: state.compareScenario,
  };
  const other: Chosen = { at: after, known: state.known, standing: state.standing, scenario: state.scenario };
  // Null: there is nothing to choose, on either side.
  const isOffered = scenarios.length > 0 || one.scenario !== null || other.scenario !== null;
  const offered = isOffered ? scenarios : null;
  const setOne = ({ at, known, standing, scenario }: Partial<Chosen>) =>
    change({
      ...(at === undefined ? {} : { compare: at }),
      ...(known === undefined ? {} : { compareKnown: known }),
      ...(standing === undefined ? {} : { compareStanding: standing }),
      ...(scenario === undefined ? {} : { compareScenario: scenario }),
    });
  const setOther = ({ at, ...rest }: Partial<Chosen>) =>
    change({
      ...rest,
      // The side before keeps what it included.
      ...(rest.standing === undefined ? {} : { compareStanding: one.standing }),
      ...(at === undefined ? {} : { at: orToday(at) }),
      // A scenario is about its own date, and is compared with what is recorded on it.
      ...(rest.scenario == null || at === undefined ? {} : { compare: at, at }),
    });
  return (
    <div className="sides">
      <SideFields title={t('compare.before')} side={one} scenarios={offered} set={setOne} />
      <button
        type="button"
        onClick={() =>
          change({
            at: orToday(before),
            known: one.known,
            standing: one.standing,
            scenario: one.scenario,
            compare: after,
            compareKnown: other.known,
            compareStanding: other.standing,
            compareScenario: other.scenario,
          })
        }
      >
        ⇄ {t('compare.swap')}
      </button>
      <SideFields title={t('compare.after')} side={other} scenarios={offered} set={setOther} />
    </div>
  );
}

function SideFields(props: {
  readonly title: string;
  readonly side: Chosen;
  readonly scenarios: readonly ScenarioHead[] | null;
  set(part: Partial<Chosen>): void;
}) {
  const { t, label } = useWords();
  const { title, side, scenarios, set } = props;
  const { at, known, standing, scenario } = side;
  const isListed = scenario === null || scenarios?.some(({ id }) => id === scenario) === true;
  return (
    <fieldset>
      <legend>{title}</legend>
      <DayField label={t('compare.date')} value={at} give={(day) => set({ at: day })} />
      <DayField
        label={t('compare.known')}
        value={known ?? ''}
        optional
        isGood={isKnownAt}
        give={(text) => set({ known: text === '' ? null : text })}
      />
      <label className="field">
        {t('time.standing')}
        <select value={standing} onChange={({ target }) => set({ standing: target.value as StandingChoice })}>
          {STANDINGS.map((each) => (
            <option key={each} value={each}>
              {label('standingChoice', each)}
            </option>
          ))}
        </select>
      </label>
      {scenarios !== null && (
        <label className="field">
          {t('compare.scenario')}
          <select
            value={scenario ?? ''}
            onChange={({ target }) => {
              const chosen = scenarios.find(({ id }) => id === target.value);
              set(chosen === undefined ? { scenario: null } : { scenario: chosen.id, at: chosen.at });
            }}
          >
            <option value="">{t('scenarios.recorded')}</option>
            {!isListed && <option value={scenario}>{t('banner.scenario')}</option>}
            {scenarios.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </fieldset>
  );
}
