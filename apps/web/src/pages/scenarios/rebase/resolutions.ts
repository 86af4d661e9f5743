import type { VariablesOf } from 'gql.tada';
import type { Words } from '../../../texts/use-words.js';
import type { RESOLVE } from '../deeds.js';
import type { Resolution } from './rebase-question.js';

type Input = NonNullable<VariablesOf<typeof RESOLVE>['input']['resolution']>;

/** What a button that settles a conflict says. */
export function resolutionInWords(resolution: Resolution, { t, edtf }: Words): string {
  const { how, unit, to, on, scheme, code, toCode } = resolution;
  switch (how) {
    case 'DROP':
      return t('scenarios.rebase.DROP');
    case 'RETARGET':
      return t('scenarios.rebase.RETARGET', { unit: unit?.name ?? '', to: to?.name ?? '' });
    case 'REDATE':
      return t('scenarios.rebase.REDATE', { date: edtf(on ?? '') });
    case 'RECODE':
      return toCode === null
        ? t('scenarios.rebase.noCode', { scheme: scheme ?? '', code: code ?? '' })
        : t('scenarios.rebase.RECODE', { scheme: scheme ?? '', code: code ?? '', to: toCode });
  }
}

/** The same as the server takes it. */
export function resolutionInput({ how, unit, to, on, scheme, code, toCode }: Resolution): Input {
  switch (how) {
    case 'DROP':
      return { drop: true };
    case 'RETARGET':
      return { retarget: { unit: unit?.id ?? '', to: to?.id ?? '' } };
    case 'REDATE':
      return { redate: on ?? '' };
    case 'RECODE':
      return { recode: { scheme: scheme ?? '', code: code ?? '', to: toCode } };
  }
}
