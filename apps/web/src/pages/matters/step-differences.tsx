import { useWords } from '../../texts/use-words.js';
import type { StepDifferenceParts } from './step-question.js';
import { wordDifference } from './word-difference.js';

type Since = StepDifferenceParts['changesSinceProposal'][number];

/** What a step added, removed or wrote otherwise against each proposal that it takes up. */
export function StepDifferences({ step }: { readonly step: StepDifferenceParts }) {
  const { t } = useWords();
  return (
    <>
      {step.changesSinceProposal.map((since) => (
        <div className="since-proposal" key={since.proposal.id}>
          <p>
            <strong>
              {t(since.unchanged ? 'matters.asProposed' : 'matters.sinceProposal', {
                proposal: since.proposal.called,
              })}
            </strong>{' '}
            <a className="small" href={`#decision-${since.proposal.id}`}>
              {t('matters.toProposal')}
            </a>
          </p>
          {!since.unchanged && <Differences since={since} />}
        </div>
      ))}
    </>
  );
}

function Differences({ since }: { readonly since: Since }) {
  const { t, label } = useWords();
  const texts = [
    ...since.points.map((change) => ({ what: t('matters.point'), ...change })),
    ...since.conditions.map((change) => ({ what: t('matters.condition'), ...change })),
  ];
  return (
    <ul className="differs">
      {texts.map(({ what, change, before, after, sameUnits }) => (
        <li key={`${what} ${before} ${after}`}>
          <Changed what={what} how={label('textChange', change)} before={before} after={after} />
          {change === 'CHANGED' && sameUnits && <span className="small"> {t('matters.onlySpelling')}</span>}
        </li>
      ))}
      {since.recipients.map(({ change, party }) => (
        <li key={`${change} ${party.name}`}>
          <Changed
            what={t('matters.recipient')}
            how={label('textChange', change)}
            before={change === 'REMOVED' ? party.name : null}
            after={change === 'REMOVED' ? null : party.name}
          />
        </li>
      ))}
      {since.documents.map(({ change, before, after }) => (
        <li key={`${before} ${after}`}>
          <Changed
            what={t('matters.document')}
            how={label('documentChange', change)}
            before={before}
            after={after}
          />
        </li>
      ))}
      {since.to !== null && (
        <li>
          <Changed
            what={t('matters.to')}
            how={label('textChange', 'CHANGED')}
            before={since.to.before?.name ?? null}
            after={since.to.after?.name ?? null}
          />
        </li>
      )}
    </ul>
  );
}

interface ChangedProps {
  readonly what: string;
  readonly how: string;
  readonly before: string | null;
  readonly after: string | null;
}

function Changed({ what, how, before, after }: ChangedProps) {
  return (
    <>
      <span className="small">
        {what}, {how}:
      </span>{' '}
      {before !== null && after !== null && <Words before={before} after={after} />}
      {before !== null && after === null && <del>{before}</del>}
      {before === null && after !== null && <ins>{after}</ins>}
    </>
  );
}

function Words({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <>
      {wordDifference(before, after).map((run, index) => (
        <span key={index}>
          {run.in === 'both' && run.words}
          {run.in === 'before' && <del>{run.words}</del>}
          {run.in === 'after' && <ins>{run.words}</ins>}{' '}
        </span>
      ))}
    </>
  );
}
