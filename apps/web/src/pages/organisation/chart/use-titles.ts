import { today } from '../../../location/days.js';
import { useView } from '../../../location/use-view.js';
import { START } from '../../../location/view-state.js';
import { useWords } from '../../../texts/use-words.js';
import type { ChartedOrganisation } from '../../../units/chart-question.js';
import type { Titles } from './drawing.js';

/** What stands over a chart that leaves the page: which organisation, on which date, by whose knowledge, made when. */
export function useTitles({ name, chart }: ChartedOrganisation): Titles {
  const { t, day, time, label, number } = useWords();
  const { state } = useView();
  const { known, standing, scenario } = state;
  const parts = [
    t('organisation.units', {
      count: chart.length,
      number: number(chart.length),
      date: day(state.at ?? today()),
    }),
    known === null ? '' : t('banner.known', { known: known.includes('T') ? time(known) : day(known) }),
    standing === START.standing
      ? ''
      : t('banner.standing', { standing: label('standingIncluded', standing) }),
    scenario === null ? '' : t('banner.scenario'),
    t('files.made', { date: day(today()) }),
  ];
  return {
    title: t('organisation.chartLabel', { organisation: name, date: day(state.at ?? today()) }),
    subtitle: parts.filter((part) => part !== '').join('. '),
  };
}
