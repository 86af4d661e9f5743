import { HALLAND, SWITZERLAND, UNNAMED } from './imported-demo.js';

/** What is asked of an organisation of the demo that is asked of all. */
export interface AskedOfAll {
  readonly slug: string;
  /** On this date there is a chart, and under `top` at least one unit. */
  readonly at: string;
  readonly top: string;
  readonly below: string;
  /** Two dates between which something begins. */
  readonly from: string;
  readonly begun: string;
  /** A unit with a history in both times. */
  readonly unit: string;
  /** Words of the source of its name. */
  readonly source: string;
}

export const ORGANISATIONS: readonly AskedOfAll[] = [
  {
    slug: HALLAND,
    at: '2023-12-31',
    top: 'regionkontoret',
    below: 'Informationssäkerhet',
    from: '2021-01-01',
    begun: 'IT & Digitalisering',
    unit: 'it-tele',
    source: 'Tjänsteskrivelse, RS200432, Förslag till beslut, andra punkten',
  },
  {
    slug: UNNAMED,
    at: '2022-01-01',
    top: 'rs',
    below: 'VO Service',
    from: '2017-12-31',
    begun: 'VO Service',
    unit: 'vo-service',
    source: 'Sammanfattning, andra stycket',
  },
  {
    slug: SWITZERLAND,
    at: '2011-01-01',
    top: 'K8',
    below: 'Glarus Nord',
    from: '2010-12-31',
    begun: 'Glarus Nord',
    unit: 'G15479',
    source: 'GDEHist_GDE',
  },
];
