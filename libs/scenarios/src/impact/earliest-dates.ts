import { appealPeriod, type DateWindow, type LegalSource } from '#governance';
import { civil, narrate, whenOf, type ChangeId, type ChangeVersion, type When } from '#structure';
import { dayOf, type CivilDate, type Day, type Message } from '#temporal';
import type { Compared } from './compared.js';

/** A change of the scenario that is dated too early. */
export interface EarlyChange {
  readonly change: ChangeId;
  readonly on: When;
  readonly sentence: Message;
  /** False where its date is so imprecise that it may also come later. */
  readonly certain: boolean;
}

export interface EarliestDates {
  /** If it is decided today and no condition is set: the same day, since it may be carried out before it is final. */
  readonly takesEffect: CivilDate | null;
  /** The day on which it is final (laga kraft), first and last, unless it is appealed; null: not computed. */
  readonly finalOn: DateWindow | null;
  readonly source: readonly LegalSource[];
  /** Changes dated before it can be decided: they could only be carried out in arrears. */
  readonly beforeDecision: readonly EarlyChange[];
  /** Changes dated before the first day on which it can be final, those among them too. */
  readonly beforeFinal: readonly EarlyChange[];
}

/**
 * When a decision of today can take effect and be final. It may be carried out before it is final (kommunallagen
 * 2017:725, 13 kap. 14 §); it is final when three weeks have passed from the announcement of its minutes, which is not
 * before the day itself (see `appealPeriod`).
 */
export function earliestDates(
  { after }: Compared,
  versions: readonly ChangeVersion[],
  today: Day,
): EarliestDates {
  const decided = civil(today);
  const { finalOn, source } = appealPeriod(decided === null ? {} : { on: decided });
  const { timeline, position } = after.reading;
  const datedBefore = (day: Day): EarlyChange[] =>
    versions
      .filter(({ on }) => on.earliest < day)
      .map((version) => ({
        change: version.change.id,
        on: whenOf(version.on),
        sentence: narrate(timeline, version, position),
        certain: version.on.latest < day,
      }));
  return {
    takesEffect: decided,
    finalOn,
    source,
    beforeDecision: datedBefore(today),
    beforeFinal: finalOn?.earliest == null ? [] : datedBefore(dayOf(finalOn.earliest)),
  };
}
