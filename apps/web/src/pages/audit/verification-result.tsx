import { Link } from 'react-router';
import { Icon } from '../../icons/icon.js';
import { useView } from '../../location/use-view.js';
import { saveFile } from '../../files/save-file.js';
import { useWords } from '../../texts/use-words.js';
import type { useVerification } from './verification-question.js';

type Result = NonNullable<ReturnType<typeof useVerification>['data']>;

/** What a verification found: well or not, part by part, and the checkpoint to keep. */
export function VerificationResult({ result, slug }: { readonly result: Result; readonly slug: string }) {
  const { t, of, number, time, label } = useWords();
  const { search } = useView();
  const { ok, parts, position, hash, checkpoints, scenarios, startedAt, took } = result;
  return (
    <div className={ok ? 'verdict good' : 'verdict wrong'}>
      <h3>
        <Icon sign={ok ? 'check' : 'cross'} /> {t(ok ? 'audit.ok' : 'audit.notOk')}
      </h3>
      <ul className="verified-parts">
        {parts.map((part) => (
          <li key={part.part}>
            <Icon sign={part.ok ? 'check' : 'cross'} /> {label('verifiedPart', part.part)}:{' '}
            {part.ok ? t('audit.partOk') : part.message === null ? part.problem : of(part.message)}{' '}
            {part.position !== null && (
              <Link to={`/org/${slug}/audit/${part.position}${search()}`}>
                {t('audit.event', { position: part.position })}
              </Link>
            )}
          </li>
        ))}
      </ul>
      <p className="small">
        {t('audit.verifiedAt', { time: time(startedAt), seconds: number(took / 1000) })}
        {scenarios !== null && ` ${t('audit.scenarios', { count: scenarios, number: number(scenarios) })}`}
        {checkpoints > 0 && ok && ` ${t('audit.heldTo')}`}
      </p>
      {position !== null && hash !== null && (
        <div className="checkpoint">
          <p>{t('audit.keep')}</p>
          <p>
            <code>
              {position}:{hash}
            </code>
          </p>
          <button
            type="button"
            onClick={() =>
              saveFile(`${slug} ${position}.txt`, 'text/plain', `${slug} ${position}:${hash} ${startedAt}\n`)
            }
          >
            {t('audit.saveCheckpoint')}
          </button>
        </div>
      )}
    </div>
  );
}
