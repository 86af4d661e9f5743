import { useWords } from '../texts/use-words.js';

interface Props {
  readonly unit: {
    readonly name: string;
    readonly type: string;
    readonly parent: { readonly name: string } | null;
  };
}

/** A unit among those that a search finds: told apart from its namesakes by its type and parent. */
export function FoundUnit({ unit: { name, type, parent } }: Props) {
  const { label } = useWords();
  return (
    <>
      {name}{' '}
      <span className="small">
        {[type === '' ? '' : label('type', type), parent?.name].filter(Boolean).join(', ')}
      </span>
    </>
  );
}
