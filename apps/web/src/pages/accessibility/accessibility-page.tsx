import { usePageTitle } from '../../shell/page-title.js';
import { useWords } from '../../texts/use-words.js';

/** What is done so that everyone can use the site, and its keys. */
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
      <p>{t('accessibility.p1')}</p>
      <p>{t('accessibility.p2')}</p>
      <p>{t('accessibility.p3')}</p>
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
