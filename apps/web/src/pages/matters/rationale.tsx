import { useWords } from '../../texts/use-words.js';
import type { Step } from './step-question.js';

/** The reasons that a step gives, by what they speak of. */
export function Rationale({ lines }: { readonly lines: Step['rationale'] }) {
  const { t, label } = useWords();
  if (lines.length === 0) return null;
  const aspects = [...new Set(lines.map(({ aspect }) => aspect))];
  return (
    <details>
      <summary>{t('matters.reasons', { count: lines.length })}</summary>
      <dl className="rationale">
        {aspects.map((aspect) => (
          <div key={aspect}>
            <dt>{label('aspect', aspect)}</dt>
            {lines
              .filter((line) => line.aspect === aspect)
              .map(({ text, place }) => (
                <dd key={text}>
                  {text} {place !== null && <span className="small">({place})</span>}
                </dd>
              ))}
          </div>
        ))}
      </dl>
    </details>
  );
}
