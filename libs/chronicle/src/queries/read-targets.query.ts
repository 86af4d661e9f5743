import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Evidence } from '#governance';
import { breakdownKey, setKey, targetsOf, type Figure, type TargetOutcome } from '#measures';
import { LastAnswer } from '../last-answer.js';
import type { OrganisationReading } from '../organisation-reading.js';
import { overlapping, type FiguresAsked } from './figure-filter.js';

const kept = new LastAnswer<Evidence, ReadonlyMap<string, TargetOutcome>>();

/** Every target of an organisation by what it is of: made once for all that is asked of one position. */
function targetsIn({ register, evidence, ledgerPosition }: OrganisationReading) {
  return kept.of(
    evidence,
    'all',
    () => new Map(targetsOf(register, ledgerPosition).map((one) => [setKey(one.set.figures[0]!), one])),
  );
}

/** What was to be reached, and whether it was. @throws QuestionRefused INVALID_DATE */
export class ReadTargets extends Query<readonly TargetOutcome[]> {
  constructor(
    readonly reading: OrganisationReading,
    readonly asked: Omit<FiguresAsked, 'kinds'> = {},
  ) {
    super();
  }
}

@QueryHandler(ReadTargets)
export class ReadTargetsHandler implements IQueryHandler<ReadTargets> {
  async execute({ reading, asked }: ReadTargets): Promise<readonly TargetOutcome[]> {
    const { unit, indicator, during, breakdown } = asked;
    const isMeant = overlapping(during);
    const part = breakdown && breakdownKey(breakdown);
    return [...targetsIn(reading).values()].filter(
      ({ set }) =>
        (unit === undefined || set.unit === unit) &&
        (indicator === undefined || set.indicator === indicator) &&
        (part === undefined || breakdownKey(set.breakdown) === part) &&
        isMeant(set.figures[0]!),
    );
  }
}

/** The target that a figure stands beside, and whether it was reached; null: none is recorded. */
export class ReadTarget extends Query<TargetOutcome | null> {
  constructor(
    readonly reading: OrganisationReading,
    readonly figure: Figure,
  ) {
    super();
  }
}

@QueryHandler(ReadTarget)
export class ReadTargetHandler implements IQueryHandler<ReadTarget> {
  async execute({ reading, figure }: ReadTarget): Promise<TargetOutcome | null> {
    return targetsIn(reading).get(setKey(figure)) ?? null;
  }
}
