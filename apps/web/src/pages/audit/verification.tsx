import { useId, useState } from 'react';
import { Icon } from '../../icons/icon.js';
import { failureInWords } from '../../shell/states.js';
import { useWords } from '../../texts/use-words.js';
import { checkpointIn, useVerification } from './verification-question.js';
import { VerificationResult } from './verification-result.js';

/** Verifies the ledger on the server, also against a checkpoint that was kept elsewhere. */
export function Verification({ slug }: { readonly slug: string }) {
  const words = useWords();
  const { t } = words;
  const id = useId();
  const [kept, setKept] = useState('');
  const { mutate, data, error, isPending } = useVerification(slug);
  const checkpoint = checkpointIn(kept);
  const isBad = kept.trim() !== '' && checkpoint === null;
  return (
    <section className="verification" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('audit.verifyTitle')}</h2>
      <p>{t('audit.verifyLead')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBad && !isPending) mutate(checkpoint);
        }}
      >
        <div className="field wide">
          <label htmlFor={id}>{t('audit.checkpoint')}</label>
          <input
            id={id}
            value={kept}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={isBad}
            aria-describedby={`${id}-help`}
            onChange={({ target }) => setKept(target.value)}
          />
          <span id={`${id}-help`} className={isBad ? 'small bad' : 'small'}>
            {t(isBad ? 'audit.badCheckpoint' : 'audit.checkpointHelp')}
          </span>
        </div>
        <button type="submit" className="primary" aria-disabled={isBad || isPending}>
          <Icon sign="check" /> {t(isPending ? 'audit.verifying' : 'audit.verify')}
        </button>
      </form>
      <div aria-live="polite" aria-busy={isPending}>
        {error !== null && (
          <p className="missing">
            <Icon sign="warning" /> {failureInWords(error, words)}
          </p>
        )}
        {data !== undefined && !isPending && <VerificationResult result={data} slug={slug} />}
      </div>
      <p className="small">{t('audit.keepIt')}</p>
    </section>
  );
}
