import type { ScenarioCommand, Simulation } from '#scenarios';
import type { ChangeId, UnitMapping } from '#structure';
import { contentLine, namedUnits } from './change-lines.js';
import { UnitNames } from './unit-names.js';

/**
 * The steps of a scenario as lines of the import format, in order: in a new scenario of the organisation they give the
 * same charts. The lines of a step with several changes have its place as their `set`. Units that begin in the scenario
 * are called by their keys, or by their ids where they have none that serves; so are changes that it amends.
 *
 * @param keyScheme the scheme whose codes are written as keys
 */
export function* scenarioLines(simulation: Simulation, keyScheme: string): Generator<string, void> {
  const { steps, timeline, position } = simulation;
  const writer = new StepWriter(
    namedUnits(new UnitNames(timeline, position, keyScheme)),
    (change) => timeline.changes.get(change)?.externalId,
    amendedIn(steps.flatMap(({ step }) => step.commands)),
  );
  for (const [i, { step }] of steps.entries()) {
    const set = step.commands.length > 1 ? { set: `${i + 1}` } : {};
    for (const command of step.commands) {
      yield `${JSON.stringify({ ...writer.line(command), ...set, ...saidOf(command) })}\n`;
    }
  }
}

class StepWriter {
  constructor(
    private readonly units: UnitMapping,
    private readonly ownName: (change: ChangeId) => string | undefined,
    private readonly amended: ReadonlySet<ChangeId>,
  ) {}

  line(command: ScenarioCommand): object {
    const own = command.id === undefined ? {} : { id: command.id };
    if (command.does === 'change') {
      const isNamed = command.id !== undefined || !this.amended.has(command.change);
      return { ...contentLine(command, this.units), ...(isNamed ? own : { id: command.change }) };
    }
    const amendment = { kind: command.does, change: this.nameOf(command.change), ...own };
    switch (command.does) {
      case 'correct':
        return { ...amendment, with: contentLine(command, this.units) };
      case 'reschedule':
        return { ...amendment, on: command.on };
      case 'cancel':
        return amendment;
    }
  }

  private nameOf(change: ChangeId): string {
    return this.ownName(change) ?? change;
  }
}

function amendedIn(commands: readonly ScenarioCommand[]): Set<ChangeId> {
  return new Set(commands.flatMap(({ does, change }) => (does === 'change' ? [] : [change])));
}

function saidOf({ reason, basis, source }: ScenarioCommand): object {
  return {
    ...(reason === undefined ? {} : { reason }),
    ...(basis === undefined ? {} : { basis }),
    ...(source === undefined ? {} : { source }),
  };
}
