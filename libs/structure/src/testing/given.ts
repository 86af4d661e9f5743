import { dateOf, type Message } from '#temporal';
import type { Decision } from '../decision.js';
import type { Effect } from '../effect.js';
import type { ChangeId, UnitId } from '../ids.js';
import { narrate } from '../reads/narrate.js';
import { RecordedHistory, type Line } from './recorded-history.js';

type Options = Parameters<RecordedHistory['decide']>[1];

/** A history in which each line is a change set of its own. */
export function given(...lines: Line[]): Given {
  const history = new RecordedHistory();
  for (const line of lines) history.record(line);
  return new Given(history);
}

/** What has been recorded, and what comes of recording more. */
export class Given {
  constructor(readonly history: RecordedHistory) {}

  /** Records one change set. */
  when(...lines: Line[]): Outcome {
    return this.whenWith({}, ...lines);
  }

  whenWith(options: Options, ...lines: Line[]): Outcome {
    return new Outcome(this.history, this.history.decide(lines, options));
  }
}

/** What a change set comes to, with units by their keys and changes by the names that their lines gave them. */
export class Outcome {
  constructor(
    readonly history: RecordedHistory,
    readonly decision: Decision,
  ) {}

  /** The effects of all its changes, such as `begin c "C" unit line:p import:c`, `end a`, `x parent:line c`. */
  get effects(): string[] {
    if (!this.decision.accepted) throw new Error(JSON.stringify(this.decision));
    return this.decision.events.flatMap(({ data }) =>
      'effects' in data ? data.effects.map((effect) => this.spell(effect)) : [],
    );
  }

  /** The sentence of its first change. */
  get sentence(): Message {
    if (!this.decision.accepted) throw new Error(JSON.stringify(this.decision));
    return narrate(this.history.timeline, this.decision.events[0]!.version!, this.history.timeline.horizon);
  }

  /** Codes of its rejections, or of warnings that were not confirmed; none if it is accepted. */
  get codes(): string[] {
    const { decision } = this;
    if (decision.accepted) return [];
    return [...decision.rejections, ...decision.warnings].map(({ code }) => code);
  }

  /** Its rejections without their words; changes and units by name. */
  get refused() {
    if (this.decision.accepted) return [];
    return this.decision.rejections.map(({ code, field, date, index, units, changes }) => ({
      code,
      ...(field === undefined ? {} : { field }),
      ...(date === undefined ? {} : { date }),
      ...(index === undefined ? {} : { index }),
      units: units.map(({ name }) => name),
      changes: changes.map((change) => this.changeName(change)),
    }));
  }

  get narrowed(): string[] {
    if (!this.decision.accepted) throw new Error(JSON.stringify(this.decision));
    return this.decision.narrowed.map((change) => this.changeName(change));
  }

  /** Later changes that it is told of, such as `a name 2020-01-01 r2`. */
  get notices(): string[] {
    if (!this.decision.accepted) throw new Error(JSON.stringify(this.decision));
    return this.decision.notices.map(
      ({ unit, field, day, change }) =>
        `${this.key(unit)} ${field} ${dateOf(day)} ${this.changeName(change)}`,
    );
  }

  private spell(effect: Effect): string {
    switch (effect.e) {
      case 'begin':
        return [
          `begin ${this.key(effect.unit)} "${effect.name}" ${effect.type}`,
          ...Object.entries(effect.parents).map(([h, parent]) => `${h}:${this.key(parent)}`),
          ...Object.entries(effect.codes).map(([scheme, code]) => `${scheme}:${code}`),
        ].join(' ');
      case 'end':
        return `end ${this.key(effect.unit)}${effect.succession ? ` (${effect.succession})` : ''}`;
      case 'set': {
        const value = effect.field.startsWith('parent:') ? this.key(effect.value) : effect.value;
        return `${this.key(effect.unit)} ${effect.field} ${value}`;
      }
      case 'lineage':
        return `${this.key(effect.from)} ${effect.relation} ${this.key(effect.to)}${effect.share ? ` ${effect.share}` : ''}`;
    }
  }

  private key(id: string | null): string {
    if (id === null) return '-';
    const unit = this.history.timeline.units.get(id as UnitId);
    return (
      unit?.codes.get('import')?.known(this.history.timeline.horizon)[0]?.value ??
      unit?.name.known(this.history.timeline.horizon)[0]?.value ??
      id
    );
  }

  private changeName(id: string): string {
    return this.history.timeline.changes.get(id as ChangeId)?.externalId ?? id;
  }
}

/** A new unit whose name is its key in capitals. */
export function newUnit(key: string, parent: string | null = null, more: Line = {}): Line {
  return { key, name: key.toUpperCase(), type: 'unit', parent, ...more };
}
