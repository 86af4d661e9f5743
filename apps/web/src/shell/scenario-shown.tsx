import { useQuery } from '@tanstack/react-query';
import { ask } from '../graphql/ask.js';
import { graphql } from '../graphql/graphql.js';
import { useWords } from '../texts/use-words.js';

const NAME = graphql(`
  query ScenarioName($id: ID!) {
    scenario(id: $id) {
      name
    }
  }
`);

/** Which scenario is shown in place of the organisation. */
export function ScenarioShown({ id }: { readonly id: string }) {
  const { t } = useWords();
  const { data } = useQuery({
    queryKey: ['scenario-name', id],
    queryFn: ({ signal }) => ask(NAME, { id }, signal),
  });
  const name = data?.scenario?.name;
  return <li>{name === undefined ? t('banner.scenario') : t('banner.scenarioNamed', { name })}</li>;
}
