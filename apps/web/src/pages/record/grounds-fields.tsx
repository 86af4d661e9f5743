import { useId } from 'react';
import { graphql } from '../../graphql/graphql.js';
import { useAnswer } from '../../graphql/use-answer.js';
import type { Axes } from '../../location/axes.js';
import { TextField } from '../../fields/text-field.js';
import { useWords } from '../../texts/use-words.js';
import type { Grounds } from './grounds.js';
import type { Wrong } from '../../change-form/wrong-fields.js';

const MATTERS = graphql(`
  query MattersToRestOn($slug: String!, $at: Date, $knownAt: Instant, $standing: Standing, $scenario: ID) {
    organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
      matters(first: 100) {
        nodes {
          id
          number
          title
        }
      }
    }
  }
`);

const DECISIONS = graphql(`
  query DecisionsToRestOn(
    $slug: String!
    $at: Date
    $knownAt: Instant
    $standing: Standing
    $scenario: ID
    $id: ID!
  ) {
    organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
      matter(id: $id) {
        chain {
          id
          called
          act
        }
      }
    }
  }
`);

interface Props {
  readonly axes: Axes;
  readonly grounds: Grounds;
  readonly isReasonNeeded: boolean;
  readonly wrong: Wrong;
  set(part: Partial<Grounds>): void;
}

/** Why it is recorded, which matter and decision it rests on, and which document says so. */
export function GroundsFields({ axes, grounds, isReasonNeeded, wrong, set }: Props) {
  const { t, label } = useWords();
  const matters = useAnswer('matters-to-rest-on', MATTERS, axes);
  const decisions = useAnswer(
    'decisions-to-rest-on',
    DECISIONS,
    { ...axes, id: grounds.matter ?? '' },
    { enabled: grounds.matter !== null },
  );
  return (
    <fieldset className="part">
      <legend>{t('record.grounds')}</legend>
      <TextField
        label={t('audit.reason')}
        value={grounds.reason}
        required={isReasonNeeded}
        help={t(isReasonNeeded ? 'record.reasonNeeded' : 'record.reasonHelp')}
        wrong={wrong.at('reason')}
        give={(reason) => set({ reason })}
      />
      <Choice
        label={t('why.matter')}
        none={t('record.noMatter')}
        value={grounds.matter}
        wrong={wrong.at('basis')}
        options={(matters.data?.organisation?.matters.nodes ?? []).map(({ id, number, title }) => ({
          id,
          text: [number, title].filter(Boolean).join(': '),
        }))}
        choose={(matter) => set({ matter, decision: null })}
      />
      {grounds.matter !== null && (
        <Choice
          label={t('changes.decision')}
          none={t('record.noDecision')}
          help={t('record.decisionHelp')}
          value={grounds.decision}
          wrong={[]}
          options={(decisions.data?.organisation?.matter?.chain ?? []).map(({ id, called, act }) => ({
            id,
            text: `${called}: ${label('act', act)}`,
          }))}
          choose={(decision) => set({ decision })}
        />
      )}
      <TextField
        label={t('record.document')}
        value={grounds.document}
        help={t('record.documentHelp')}
        wrong={wrong.at('source')}
        give={(document) => set({ document })}
      />
      <TextField label={t('record.place')} value={grounds.place} give={(place) => set({ place })} />
    </fieldset>
  );
}

function Choice(props: {
  readonly label: string;
  readonly none: string;
  readonly help?: string;
  readonly value: string | null;
  readonly wrong: readonly string[];
  readonly options: readonly { readonly id: string; readonly text: string }[];
  choose(id: string | null): void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        value={props.value ?? ''}
        aria-invalid={props.wrong.length > 0}
        aria-describedby={`${id}-said`}
        onChange={({ target }) => props.choose(target.value === '' ? null : target.value)}
      >
        <option value="">{props.none}</option>
        {props.options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.text}
          </option>
        ))}
      </select>
      <span id={`${id}-said`} className={props.wrong.length > 0 ? 'small bad' : 'small'}>
        {[...props.wrong, props.help].filter(Boolean).join(' ')}
      </span>
    </div>
  );
}
