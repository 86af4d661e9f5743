import { usePageTitle } from '../../shell/page-title.js';
import { useWords } from '../../texts/use-words.js';

/** What has been done, in the order of the model statement. */
const DONE = ['keyboard', 'tree', 'colour', 'zoom', 'motion', 'language'] as const;
const NOT_MET = ['chart', 'pdf', 'sources', 'time'] as const;

/**
 * The accessibility statement.
 * @see Commission Implementing Decision (EU) 2018/1523, the model statement
 */
export function AccessibilityPage() {
  const { t } = useWords();
  usePageTitle(t('accessibility.title'));
  const keys = [
    [t('banner.key'), t('accessibility.keyEsc')],
    [t('accessibility.arrows'), t('accessibility.keyTree')],
    [t('accessibility.time'), t('accessibility.keyTime')],
    ['N, P', t('accessibility.keyNext')],
  ] as const;
  return (
    <div className="page prose">
      <h1>{t('accessibility.title')}</h1>
      <p>{t('accessibility.scope')}</p>
      <h2>{t('accessibility.statusTitle')}</h2>
      <p>{t('accessibility.status')}</p>
      <h2>{t('accessibility.doneTitle')}</h2>
      <ul>
        {DONE.map((name) => (
          <li key={name}>{t(`accessibility.done.${name}`)}</li>
        ))}
      </ul>
      <h2>{t('accessibility.notMetTitle')}</h2>
      <ul>
        {NOT_MET.map((name) => (
          <li key={name}>{t(`accessibility.notMet.${name}`)}</li>
        ))}
      </ul>
      <h2>{t('accessibility.testedTitle')}</h2>
      <p>{t('accessibility.tested')}</p>
      <h2>{t('accessibility.contactTitle')}</h2>
      <p>{t('accessibility.contact')}</p>
      <h2>{t('accessibility.complainTitle')}</h2>
      <p>{t('accessibility.complain')}</p>
      <p>
        <a href="https://www.digg.se/tdosanmalan" rel="noreferrer">
          {t('accessibility.authority')}
        </a>
      </p>
      <h2>{t('accessibility.keysTitle')}</h2>
      <dl className="facts">
        {keys.map(([key, text]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
