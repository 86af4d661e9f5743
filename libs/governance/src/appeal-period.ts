import { civil } from '#structure';
import {
  civilDate,
  dayAfter,
  dayOf,
  impreciseDate,
  NO_BEGINNING,
  NO_END,
  type CivilDate,
  type Day,
  type Message,
} from '#temporal';
import type { Act, DecisionPayload } from './kinds/index.js';
import { weekdayFrom } from './swedish-holidays.js';

/** The first and last day on which something can have happened or can fall; null is an open end. */
export interface DateWindow {
  readonly earliest: CivilDate | null;
  readonly latest: CivilDate | null;
}

/** What a rule rests on: chapter and section of a law, and what it says. */
export interface LegalSource {
  readonly cite: string;
  readonly says: Message;
}

/** The dates of a decision that its appeal period is computed from, as written in EDTF style. */
export interface AppealDates {
  /** Of the meeting. */
  readonly on?: string | undefined;
  /** When the minutes were adjusted (justerade). */
  readonly adjusted?: string | undefined;
  /** When that was announced on the notice board. */
  readonly announced?: string | undefined;
}

export interface AppealPeriod {
  /**
   * `exact`: the day of the announcement is known; `window`: it lies within days that are known, if the law's
   * time limits were kept; `unknown`: nothing that is recorded says so much.
   */
  readonly known: 'exact' | 'window' | 'unknown';
  /** Which date it is computed from. */
  readonly restsOn: keyof AppealDates | null;
  /** The announcement, from which the three weeks run. */
  readonly from: DateWindow | null;
  /** The last day on which an appeal may come in to the court. */
  readonly lastDay: DateWindow | null;
  /** The first day on which the decision is final (har laga kraft), unless it was appealed. */
  readonly finalOn: DateWindow | null;
  /** Dates that would settle it and are not recorded, or not to the day; the decisive one first. */
  readonly missing: readonly (keyof AppealDates)[];
  readonly source: readonly LegalSource[];
}

/**
 * The period for appealing a decision of a Swedish municipality or region by legality review (laglighetsprövning).
 *
 * The appeal must come in to the administrative court within three weeks from the day on which the adjustment of
 * the minutes was announced on the notice board (kommunallagen 2017:725, 13 kap. 5 §). Weeks are counted to the
 * weekday of the same name (lag 1930:173, 1 §); a last day on a Saturday, Sunday, public holiday, Midsummer Eve,
 * Christmas Eve or New Year's Eve moves to the next weekday (2 §). Where the announcement is not recorded it lies
 * between the adjustment and the second day after it (8 kap. 12 §); where that is not recorded either, the minutes
 * were adjusted at the latest fourteen days after the meeting (5 kap. 69 § for the assembly; 6 kap. 35 § for
 * boards). Both are time limits for something to be done, so that 2 § moves them too.
 *
 * It presupposes that the announcement stayed on the board for the whole time (13 kap. 5 §, second paragraph).
 * Announcements before 2018, when the Act came into force, are not computed.
 */
export function appealPeriod(dates: AppealDates): AppealPeriod {
  const announcement = announcementOf(dates);
  const missing = missingOf(dates);
  if (announcement === null || announcement.latest < IN_FORCE) {
    return {
      known: 'unknown',
      restsOn: null,
      from: null,
      lastDay: null,
      finalOn: null,
      missing,
      source: COUNTED,
    };
  }
  const { earliest, latest, restsOn } = announcement;
  const last = { earliest: lastDayFrom(earliest), latest: lastDayFrom(latest) };
  return {
    known: restsOn === 'announced' && earliest === latest ? 'exact' : 'window',
    restsOn,
    from: windowOf(earliest, latest),
    lastDay: windowOf(last.earliest, last.latest),
    finalOn: windowOf(dayAfter(last.earliest), dayAfter(last.latest)),
    missing,
    source: [...COUNTED, ...LIMITS[restsOn]],
  };
}

/**
 * Whether an act may be appealed at all. What a board only prepares or proposes is purely preparatory and may not
 * (kommunallagen 2017:725, 13 kap. 2 §); of a commission or a referral back it `depends` on what it contains.
 */
export function appealability(act: Act): 'yes' | 'preparatory' | 'depends' {
  switch (act) {
    case 'prepares':
    case 'proposes':
      return 'preparatory';
    case 'commissions':
    case 'refersBack':
      return 'depends';
    case 'decides':
    case 'decidesByDelegation':
    case 'rejects':
      return 'yes';
  }
}

/** How a decision by delegation has been followed up. */
export interface DelegationFollowUp {
  /**
   * `notified` to the board; `minuted` separately, in minutes of its own; `missing`: neither is recorded, and one
   * of them is needed.
   */
  readonly status: 'notified' | 'minuted' | 'missing';
  /** When it was notified, as written. */
  readonly notified: string | null;
  readonly source: readonly LegalSource[];
}

/**
 * How a decision by delegation was followed up; null for any other act. The board decides which decisions by
 * delegation are notified to it, and those that are not are minuted separately (kommunallagen 2017:725, 6 kap. 40 §
 * for presidium, committees and members, 7 kap. 8 § for employees). An urgent decision by the chair (6 kap. 39 §)
 * is notified at the board's next meeting.
 */
export function delegationFollowUp(
  decision: Pick<DecisionPayload, 'act' | 'notified' | 'paragraph' | 'recordedIn'>,
): DelegationFollowUp | null {
  const { act, notified, paragraph, recordedIn } = decision;
  if (act !== 'decidesByDelegation') return null;
  const isMinuted = paragraph !== undefined || recordedIn !== undefined;
  return {
    status: notified !== undefined ? 'notified' : isMinuted ? 'minuted' : 'missing',
    notified: notified ?? null,
    source: FOLLOW_UP,
  };
}

const THREE_WEEKS = 21;
const TO_ADJUST = 14;
const TO_ANNOUNCE = 2;
/** When the Act came into force. */
const IN_FORCE = dayOf(civilDate('2018-01-01'));

function lastDayFrom(announced: Day): Day {
  return weekdayFrom((announced + THREE_WEEKS) as Day);
}

interface Announcement {
  readonly earliest: Day;
  readonly latest: Day;
  readonly restsOn: keyof AppealDates;
}

/** The days on which the adjustment can have been announced; null if nothing bounds them. */
function announcementOf(dates: AppealDates): Announcement | null {
  const [on, adjusted, announced] = [dates.on, dates.adjusted, dates.announced].map((written) =>
    written === undefined ? undefined : impreciseDate(written),
  );
  const notBefore = Math.max(on?.earliest ?? NO_BEGINNING, adjusted?.earliest ?? NO_BEGINNING) as Day;
  if (announced !== undefined) {
    const { earliest, latest } = announced;
    const narrowed = notBefore > earliest && notBefore <= latest ? notBefore : earliest;
    return { earliest: narrowed, latest, restsOn: 'announced' };
  }
  if (adjusted !== undefined) {
    return { earliest: notBefore, latest: limit(adjusted.latest, TO_ANNOUNCE), restsOn: 'adjusted' };
  }
  if (on === undefined) return null;
  return { earliest: notBefore, latest: limit(limit(on.latest, TO_ADJUST), TO_ANNOUNCE), restsOn: 'on' };
}

/** The last day for something that is to be done within so many days. */
function limit(from: Day, days: number): Day {
  return from === NO_END ? NO_END : weekdayFrom((from + days) as Day);
}

function missingOf(dates: AppealDates): (keyof AppealDates)[] {
  const isOpen = (written: string | undefined) => written === undefined || !impreciseDate(written).precise;
  if (!isOpen(dates.announced)) return [];
  if (dates.announced !== undefined) return ['announced'];
  if (!isOpen(dates.adjusted)) return ['announced'];
  if (dates.adjusted !== undefined || !isOpen(dates.on)) return ['announced', 'adjusted'];
  return ['announced', 'adjusted', 'on'];
}

function windowOf(earliest: Day, latest: Day): DateWindow {
  return { earliest: civil(earliest), latest: civil(latest) };
}

const COUNTED: readonly LegalSource[] = [
  {
    cite: '13 kap. 5 § kommunallagen (2017:725)',
    says: {
      sv: 'Överklagandet ska ha kommit in till förvaltningsrätten inom tre veckor från den dag då protokollets justering tillkännagavs på anslagstavlan, och tillkännagivandet ska finnas där hela tiden.',
      en: 'The appeal must come in to the administrative court within three weeks from the day on which the adjustment of the minutes was announced on the notice board, and the announcement must stay there throughout.',
    },
  },
  {
    cite: '1 och 2 §§ lagen (1930:173) om beräkning av lagstadgad tid',
    says: {
      sv: 'Veckor räknas till veckodagen med samma namn; en sista dag på en lördag, söndag, annan allmän helgdag, midsommarafton, julafton eller nyårsafton flyttas till nästa vardag.',
      en: "Weeks are counted to the weekday of the same name; a last day on a Saturday, Sunday, other public holiday, Midsummer Eve, Christmas Eve or New Year's Eve moves to the next weekday.",
    },
  },
];

const TO_BE_ANNOUNCED: LegalSource = {
  cite: '8 kap. 12 § kommunallagen (2017:725)',
  says: {
    sv: 'Justeringen ska tillkännages på anslagstavlan senast andra dagen efter det att protokollet har justerats.',
    en: 'The adjustment must be announced on the notice board at the latest on the second day after the minutes were adjusted.',
  },
};

const TO_BE_ADJUSTED: LegalSource = {
  cite: '5 kap. 69 § och 6 kap. 35 § kommunallagen (2017:725)',
  says: {
    sv: 'Protokollet ska justeras senast fjorton dagar efter sammanträdet, hos fullmäktige och hos nämnder.',
    en: 'The minutes must be adjusted at the latest fourteen days after the meeting, of the assembly and of boards.',
  },
};

const LIMITS: Readonly<Record<keyof AppealDates, readonly LegalSource[]>> = {
  announced: [],
  adjusted: [TO_BE_ANNOUNCED],
  on: [TO_BE_ADJUSTED, TO_BE_ANNOUNCED],
};

const FOLLOW_UP: readonly LegalSource[] = [
  {
    cite: '6 kap. 40 § och 7 kap. 8 § kommunallagen (2017:725)',
    says: {
      sv: 'Nämnden beslutar i vilken utsträckning beslut enligt delegation ska anmälas till den; de som inte anmäls ska protokollföras särskilt om de får överklagas. Ordförandens brådskande beslut (39 §) anmäls vid nästa sammanträde.',
      en: "The board decides to what extent decisions by delegation are notified to it; those that are not are minuted separately if they may be appealed. The chair's urgent decisions (39 §) are notified at the next meeting.",
    },
  },
];
