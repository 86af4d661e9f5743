import { Link } from 'react-router';
import { useView } from '../../location/use-view.js';
import { useWords } from '../../texts/use-words.js';
import { matterPath } from '../../matters/matter-address.js';
import type { TodoParts } from './todo-items.js';
import { countedKinds } from './todo-kinds.js';

interface Props {
  readonly items: readonly TodoParts[];
  /** The heading of each kind. */
  readonly level: 'h2' | 'h3';
  /** The matter on whose page it stands: not named again. */
  readonly within?: string;
}

/** What is missing, by kind, each with the way to where it is missing. */
export function TodoList({ items, level: Heading, within }: Props) {
  const { of, label, t } = useWords();
  return (
    <div className="todo">
      {countedKinds(items).map(({ kind, count }) => (
        <section key={kind} data-kind={kind}>
          <Heading>
            {label('todo', kind)} <span className="how-many">{count}</span>
          </Heading>
          <p className="small">{t(`todo.help.${kind}`)}</p>
          <ul>
            {items
              .filter((item) => item.kind === kind)
              .map((item, index) => (
                <li key={index}>
                  {of(item.message)} <Whereto item={item} within={within} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Whereto({ item, within }: { readonly item: TodoParts; readonly within: string | undefined }) {
  const { t } = useWords();
  const { axes, search } = useView();
  const matter = item.matter ?? item.change?.matter ?? null;
  const part = anchorOf(item);
  const units = item.unit === null ? (item.change?.units ?? []) : [item.unit];
  return (
    <span className="small links">
      {matter !== null && (matter.id !== within || part !== '') && (
        <Link to={`${matterPath(axes.slug, matter)}${search()}${part}`}>
          {matter.id === within ? t('todo.show') : (matter.number ?? matter.title)}
        </Link>
      )}
      {matter === null && item.record?.__typename === 'Assignment' && (
        <Link to={`/org/${axes.slug}/follow-up${search()}${part}`}>{t('todo.show')}</Link>
      )}
      {units.map(({ id, name }) => (
        <Link key={id} to={`/org/${axes.slug}/unit/${id}${search()}`}>
          {name}
        </Link>
      ))}
      {item.kind === 'TOTAL' && (
        <Link to={`/org/${axes.slug}/follow-up/contradictions${search()}`}>{t('todo.show')}</Link>
      )}
    </span>
  );
}

function anchorOf({ change, record }: TodoParts): string {
  if (record?.__typename === 'Decision') return `#decision-${record.id}`;
  if (record?.__typename === 'Assignment') return `#assignment-${record.id}`;
  if (record?.__typename === 'Observation') return `#observation-${record.id}`;
  return change === null ? '' : `#change-${change.id}`;
}
