import { Icon } from '../../icons/icon.js';
import { useWords } from '../../texts/use-words.js';
import type { MatterDocument } from './matter-question.js';

/** The papers of a matter: which were at hand, which are only mentioned, and the checksum of each file. */
export function Documents({ documents }: { readonly documents: readonly MatterDocument[] }) {
  const { t } = useWords();
  return (
    <section>
      <h2>{t('matters.documents')}</h2>
      {documents.length === 0 && <p>{t('matters.noDocuments')}</p>}
      <ul className="documents">
        {documents.map((document) => (
          <PaperOfMatter key={document.id} document={document} />
        ))}
      </ul>
    </section>
  );
}

function PaperOfMatter({ document }: { readonly document: MatterDocument }) {
  const { t, date, label } = useWords();
  const { title, role, number, atHand, sha256, on, attachedTo, alsoCalled } = document;
  return (
    <li id={`document-${document.id}`} tabIndex={-1}>
      <p>
        <strong>{[number, title].filter(Boolean).join(': ')}</strong>{' '}
        <span className="small">
          {label('documentRole', role)}, {on === null ? t('matters.undated') : date(on)}
          {attachedTo !== null && `, ${t('matters.attachedTo', { title: attachedTo.title })}`}
        </span>
      </p>
      {atHand === false && (
        <p className="missing">
          <Icon sign="warning" /> {t('matters.onlyMentioned')}
        </p>
      )}
      {alsoCalled.map((other) => (
        <p className="small" key={other.title}>
          {t('matters.alsoCalled', { title: other.title })}
          {other.in !== null && ` (${[other.in.title, other.place].filter(Boolean).join(', ')})`}
        </p>
      ))}
      {sha256 !== null && (
        <p className="small">
          SHA-256 <code>{sha256}</code>
        </p>
      )}
    </li>
  );
}
