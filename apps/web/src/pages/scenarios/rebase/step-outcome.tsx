import { Icon, type Sign } from '../../../icons/icon.js';
import { useWords } from '../../../texts/use-words.js';
import { RESOLVE } from '../deeds.js';
import { Refusals } from '../refusals.js';
import type { ScenarioHead } from '../scenario-question.js';
import { useDeed } from '../use-deed.js';
import { OtherDate } from './other-date.js';
import type { RebasedStep } from './rebase-question.js';
import { resolutionInput, resolutionInWords } from './resolutions.js';

const SIGNS: Readonly<Record<RebasedStep['outcome'], Sign>> = {
  CLEAN: 'check',
  CHANGED: 'pencil',
  DONE: 'check',
  DROPPED: 'minus',
  CONFLICT: 'warning',
};

interface Props {
  readonly step: RebasedStep;
  readonly scenario: ScenarioHead;
  readonly isSettled: boolean;
}

/** What becomes of one step, why, and what would settle it. */
export function StepOutcome({ step, scenario, isSettled }: Props) {
  const words = useWords();
  const { t, of, edtf, label } = words;
  const deed = useDeed(RESOLVE);
  const settle = (resolution: Parameters<typeof deed.mutate>[0]['resolution']) =>
    deed.mutate({
      scenario: scenario.id,
      expectedVersion: scenario.version,
      step: step.step,
      resolution: resolution ?? null,
    });
  return (
    <li value={step.place}>
      <span className="mark" data-outcome={step.outcome}>
        <Icon sign={SIGNS[step.outcome]} /> {label('rebaseOutcome', step.outcome)}
      </span>{' '}
      {step.sentences.map(of).join('; ')}
      {step.differences.length > 0 && (
        <ul>
          {step.differences.map(({ words: text }) => (
            <li key={text.en}>{of(text)}</li>
          ))}
        </ul>
      )}
      {step.conflicts.map(({ kind, message, because, resolutions }) => (
        <div key={`${kind} ${message.en}`} className="missing">
          <p>
            <strong>{label('conflict', kind)}:</strong> {of(message)}
          </p>
          {because.length > 0 && (
            <>
              <p className="small">{t('scenarios.rebase.because')}</p>
              <ul>
                {because.map(({ change, on, sentence }) => (
                  <li key={change}>
                    {of(sentence)} ({edtf(on)})
                  </li>
                ))}
              </ul>
            </>
          )}
          <div className="buttons" role="group" aria-label={t('scenarios.rebase.settle')}>
            {resolutions
              .filter(({ how, on }) => how !== 'REDATE' || on !== null)
              .map((resolution) => (
                <button
                  key={JSON.stringify(resolution)}
                  type="button"
                  disabled={deed.isPending}
                  onClick={() => settle(resolutionInput(resolution))}
                >
                  {resolutionInWords(resolution, words)}
                </button>
              ))}
          </div>
          <OtherDate give={(redate) => settle({ redate })} />
        </div>
      ))}
      {isSettled && (
        <button type="button" className="link" onClick={() => settle(null)}>
          {t('scenarios.rebase.unsettle')}
        </button>
      )}
      <Refusals refusals={deed.data?.userErrors ?? []} error={deed.error} />
    </li>
  );
}
