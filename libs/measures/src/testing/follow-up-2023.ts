import type { Line } from './recorded-figures.js';

/**
 * The figures of sections 1, 4 and 5 of a regional office's follow-up report of August 2023, as they are printed
 * there: several of its totals, differences and signs do not agree with each other.
 */
const OF_OFFICE = { unit: 'regionkontoret', document: 'report' };
const TO_AUGUST = '2023-01/2023-08';
const TKR = { is: '0.001', decimals: 0 };

const INDICATORS: readonly Line[] = [
  {
    kind: 'indicator',
    id: 'turnover',
    name: 'Personalomsättning',
    unitOfMeasure: '%',
    polarity: 'lowerIsBetter',
    parts: 'none',
    decimals: 2,
  },
  {
    kind: 'indicator',
    id: 'sickLeave',
    name: 'Sjukfrånvaro',
    unitOfMeasure: '%',
    polarity: 'lowerIsBetter',
    parts: 'none',
    decimals: 1,
  },
  {
    kind: 'indicator',
    id: 'result',
    name: 'Ekonomiskt resultat',
    unitOfMeasure: 'mnkr',
    alsoIn: { tkr: TKR },
    polarity: 'higherIsBetter',
    parts: 'sum',
    decimals: 1,
  },
  {
    kind: 'indicator',
    id: 'investments',
    name: 'Investeringar',
    unitOfMeasure: 'mnkr',
    alsoIn: { tkr: TKR },
    polarity: 'neutral',
    parts: 'sum',
    decimals: 1,
  },
];

const STAFF: readonly Line[] = [
  {
    ...OF_OFFICE,
    kind: 'figures',
    id: 'turnover-2023',
    indicator: 'turnover',
    period: TO_AUGUST,
    place: '4.1',
    rows: [
      {
        row: 'Personalomsättning',
        values: { outcome: '11.75', target: '11' },
        sums: ['pension', 'internt', 'externt'],
      },
      { row: 'pension', breakdown: { avgång: 'pension' }, values: { outcome: '1.35' } },
      { row: 'internt', breakdown: { avgång: 'intern' }, values: { outcome: '3.66' } },
      { row: 'externt', breakdown: { avgång: 'extern' }, values: { outcome: '6.74' } },
      { breakdown: { kön: 'kvinnor' }, values: { outcome: '12.04' } },
      { breakdown: { kön: 'män' }, values: { outcome: '11.37' } },
      { unit: 'it-digitalisering', breakdown: { avgång: 'extern' }, values: { outcome: '9.78' } },
    ],
  },
  {
    ...OF_OFFICE,
    kind: 'figures',
    id: 'sick-leave-2023',
    indicator: 'sickLeave',
    period: TO_AUGUST,
    place: '4.2',
    rows: [{ values: { outcome: '2.4', target: '5.2' } }],
  },
];

const POSTS = ['Regionkontoret', 'Förtroendevalda', 'Utvecklingsmedel'] as const;
const post = (name: string) => ({ row: name, breakdown: { post: name } });

const RESULT: readonly Line[] = [
  {
    ...OF_OFFICE,
    kind: 'figures',
    id: 'summary',
    indicator: 'result',
    period: '2023',
    place: '1',
    rows: [
      { row: 'Totalt', sums: POSTS, values: { forecastDeviation: '48.3' } },
      { ...post('Utvecklingsmedel'), values: { forecastDeviation: '28.5' } },
      { ...post('Regionkontoret'), values: { forecastDeviation: '16.8' } },
      { ...post('Förtroendevalda'), values: { forecastDeviation: '3.0' } },
      {
        row: 'oförutsett',
        breakdown: { post: 'Förtroendevalda', anslag: 'oförutsedda kostnader' },
        values: { forecastDeviation: '3.0' },
      },
    ],
  },
  {
    ...OF_OFFICE,
    kind: 'figures',
    id: 'accumulated',
    indicator: 'result',
    period: TO_AUGUST,
    in: 'tkr',
    place: '5.1',
    columns: { deviation: { difference: ['outcome', 'budget'] } },
    rows: [{ values: { outcome: '450082', budget: '524866', deviation: '-74784' } }],
  },
  {
    ...OF_OFFICE,
    kind: 'figures',
    id: 'result-table',
    indicator: 'result',
    period: TO_AUGUST,
    place: '5.1.1',
    columns: {
      deviation: { title: 'Budgetavvikelse', difference: ['outcome', 'budget'] },
      forecastDeviation: { title: 'Budgetavvikelse prognos augusti', period: '2023' },
    },
    rows: [
      {
        ...post('Regionkontoret'),
        values: { outcome: '-353.9', budget: '-390.9', deviation: '37.1', forecastDeviation: '16.8' },
      },
      {
        ...post('Förtroendevalda'),
        values: { outcome: '-30.1', budget: '-34.8', deviation: '4.7', forecastDeviation: '3.0' },
      },
      {
        ...post('Utvecklingsmedel'),
        values: { outcome: '-66.1', budget: '-99.1', deviation: '33.0', forecastDeviation: '28.5' },
      },
      {
        row: 'Totalt',
        sums: POSTS,
        values: { outcome: '450.1', budget: '524.9', deviation: '74.8', forecastDeviation: '48.3' },
      },
    ],
  },
  {
    ...OF_OFFICE,
    kind: 'figures',
    id: 'forecast',
    indicator: 'result',
    period: '2023',
    in: 'tkr',
    place: '5.2',
    columns: { forecastDeviation: { difference: ['forecast', 'budget'] } },
    rows: [{ values: { forecast: '-766618', budget: '-814918', forecastDeviation: '48300' } }],
  },
  {
    ...OF_OFFICE,
    kind: 'figures',
    id: 'forecast-parts',
    indicator: 'result',
    period: '2023',
    place: '5.2',
    rows: [
      {
        row: 'IT och Digitalisering',
        unit: 'it-digitalisering',
        sums: ['driften', 'FVIS'],
        values: { forecastDeviation: '0.5' },
      },
      {
        row: 'driften',
        unit: 'it-digitalisering',
        breakdown: { del: 'drift' },
        values: { forecastDeviation: '-7.5' },
      },
      {
        row: 'FVIS',
        unit: 'it-digitalisering',
        breakdown: { del: 'FVIS' },
        values: { forecastDeviation: '8.0' },
      },
      {
        ...post('Förtroendevalda'),
        sums: ['oförutsett', 'politisk organisation'],
        values: { forecastDeviation: '3.0' },
      },
      {
        row: 'oförutsett',
        breakdown: { post: 'Förtroendevalda', anslag: 'oförutsedda kostnader' },
        values: { forecastDeviation: '4.5' },
      },
      {
        row: 'politisk organisation',
        breakdown: { post: 'Förtroendevalda', anslag: 'politisk organisation' },
        values: { forecastDeviation: '-1.5' },
      },
      {
        ...post('Utvecklingsmedel'),
        sums: ['hälso- och sjukvård', 'social hållbarhet', 'regional utveckling'],
        values: { forecastDeviation: '28.5' },
      },
      {
        row: 'hälso- och sjukvård',
        breakdown: { post: 'Utvecklingsmedel', område: 'hälso- och sjukvård' },
        values: { forecastDeviation: '22.0' },
      },
      {
        row: 'social hållbarhet',
        breakdown: { post: 'Utvecklingsmedel', område: 'social hållbarhet' },
        values: { forecastDeviation: '3.5' },
      },
      {
        row: 'regional utveckling',
        breakdown: { post: 'Utvecklingsmedel', område: 'regional utveckling' },
        values: { forecastDeviation: '3' },
      },
    ],
  },
  {
    ...OF_OFFICE,
    kind: 'figures',
    id: 'forecast-change',
    indicator: 'result',
    period: '2023',
    place: '5.2.1',
    rows: [
      { row: 'Totalt', sums: ['avdelningar', 'anslag', 'medel'], values: { forecastChange: '23.6' } },
      { row: 'avdelningar', breakdown: { post: 'Regionkontoret' }, values: { forecastChange: '16.8' } },
      { row: 'anslag', breakdown: { post: 'Förtroendevalda' }, values: { forecastChange: '2.3' } },
      { row: 'medel', breakdown: { post: 'Utvecklingsmedel' }, values: { forecastChange: '4.5' } },
    ],
  },
];

const INVESTMENTS = ['Möbler', 'Vandringsled', 'Bredband', 'FVIS', 'IT-utrustning'] as const;
const investment = (name: string, outcome: string, budget: string, forecast: string, left: string) => ({
  row: name,
  breakdown: { investering: name },
  values: { outcome, budget, forecast, forecastDeviation: left },
});

const INVESTED: readonly Line[] = [
  {
    ...OF_OFFICE,
    kind: 'figures',
    id: 'investment-table',
    indicator: 'investments',
    period: '2023',
    place: '5.3',
    columns: {
      outcome: { period: TO_AUGUST, title: 'Ack. utfall' },
      forecastDeviation: { title: 'Avvikelse mot årsbudget', difference: ['budget', 'forecast'] },
    },
    rows: [
      investment('Möbler', '1.2', '4.6', '4.6', '0.0'),
      investment('Vandringsled', '0.6', '2.7', '2.7', '0.0'),
      investment('Bredband', '0.0', '15.0', '0.0', '15.0'),
      investment('FVIS', '0.5', '15.0', '15.0', '0'),
      investment('IT-utrustning', '18.3', '35.9', '37.1', '-1.2'),
      {
        row: 'Summa',
        sums: INVESTMENTS,
        values: { outcome: '20.5', budget: '73.2', forecast: '59.4', forecastDeviation: '13.8' },
      },
    ],
  },
  {
    ...OF_OFFICE,
    kind: 'figures',
    id: 'investment-forecast',
    indicator: 'investments',
    period: '2023',
    in: 'tkr',
    place: '5.3.1',
    columns: { forecastDeviation: { difference: ['budget', 'forecast'] } },
    rows: [{ values: { forecast: '59400', budget: '73200', forecastDeviation: '13800' } }],
  },
];

export const FOLLOW_UP_2023: readonly Line[] = [
  { kind: 'document', id: 'report', title: 'Uppföljningsrapport 2 2023' },
  ...INDICATORS,
  ...STAFF,
  ...RESULT,
  ...INVESTED,
];
