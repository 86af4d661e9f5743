import { useId, useRef, useState } from 'react';
import { matterInWords } from '../matters/matter-address.js';
import { SuggestingField } from '../search/suggesting-field.js';
import { useWords } from '../texts/use-words.js';
import { useFoundMatters, useMatterToRestOn } from './matter-questions.js';
import { PickedItem } from './picked-item.js';
import { FieldSaid } from './text-field.js';

interface Props {
  readonly slug: string;
  readonly matter: string | null;
  readonly wrong?: readonly string[];
  readonly help?: string;
  choose(matter: string | null): void;
}

/** Chooses a matter by words of its number or title, or none. */
export function MatterPicker({ slug, matter, wrong = [], help, choose }: Props) {
  const { t } = useWords();
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const found = useFoundMatters(slug, typed);
  const chosen = useMatterToRestOn(slug, matter);
  return (
    <div
      className="picker"
      ref={place}
      role="group"
      aria-label={t('why.matter')}
      aria-describedby={`${id}-said`}
    >
      <SuggestingField
        label={t('why.matter')}
        placeholder={t('record.matterHelp')}
        typed={typed}
        setTyped={setTyped}
        items={found?.filter((each) => each.id !== matter) ?? []}
        none={found?.length === 0 ? t('record.noMatterFound') : null}
        choose={(each) => {
          choose(each.id);
          setTyped('');
        }}
        show={(each) => matterInWords(each)}
      />
      {matter !== null && (
        <ul className="picked">
          <PickedItem
            name={chosen === null ? '' : matterInWords(chosen)}
            remove={() => {
              choose(null);
              place.current?.querySelector('input')?.focus();
            }}
          >
            {chosen === null ? '…' : matterInWords(chosen)}
          </PickedItem>
        </ul>
      )}
      <FieldSaid id={`${id}-said`} help={help} wrong={wrong} />
    </div>
  );
}
