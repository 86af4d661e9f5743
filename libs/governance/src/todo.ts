import type { RecordId, RecordWords } from '#records';
import {
  narrate,
  kindOf,
  type Change,
  type ChangeId,
  type ChangeVersion,
  type Timeline,
  type Unit,
  type UnitId,
} from '#structure';
import { isUnknown, type Day, type Message } from '#temporal';
import type { CompetenceNeeded } from './competence.js';
import type { Evidence } from './evidence.js';
import { observationsAt } from './observations.js';
import { lastVersion, standingOf, type StandingReport } from './standing.js';
import { bodyKind } from './political-bodies.js';

/**
 * What is missing. `decision`: of a competent body; `condition`: its outcome; `date`: the day; `form`, `name`, `head`:
 * what an anticipated change leaves open; `blocked`: the structure does not allow it; `decisionDate`: when a decision was
 * made; `observation`: an inference that nobody has reviewed; `report`, `assessment`, `handOver`: of an assignment;
 * `total`: printed figures that disagree.
 */
export type TodoKind =
  | 'decision'
  | 'condition'
  | 'date'
  | 'form'
  | 'name'
  | 'head'
  | 'blocked'
  | 'decisionDate'
  | 'observation'
  | 'report'
  | 'assessment'
  | 'handOver'
  | 'total';

/** One piece of evidence that is missing, and what it would settle. */
export interface TodoItem {
  readonly kind: TodoKind;
  readonly message: Message;
  readonly matter?: RecordId | undefined;
  readonly change?: ChangeId | undefined;
  /** The condition, decision, assignment, observation or figure that it is about. */
  readonly record?: RecordId | undefined;
  readonly unit?: UnitId | undefined;
}

/** What is asked about: an organisation in force on a date, with its evidence, at a position of the ledger. */
export interface TodoQuestion {
  readonly timeline: Timeline;
  readonly evidence: Evidence;
  readonly at: Day;
  readonly position: number;
}

/** Everything that is missing: of changes, of decisions, and inferences that nobody has reviewed. */
export function todoOf(question: TodoQuestion, words: RecordWords): TodoItem[] {
  const { register, position } = question.evidence;
  const unreviewed = observationsAt(register, position).filter(
    ({ verdict, infers, corroborates }) =>
      verdict === 'unreviewed' && (infers !== undefined || corroborates !== undefined),
  );
  return [
    ...missingOfChanges(question),
    ...missingOfDecisions(question, words),
    ...unreviewed.map(({ id, says, units, corroborates }): TodoItem => ({
      kind: 'observation',
      message: {
        sv: `Ingen har prövat slutsatsen: ${says}`,
        en: `Nobody has reviewed the inference: ${says}`,
      },
      record: id as RecordId,
      unit: units[0] as UnitId | undefined,
      change: corroborates as ChangeId | undefined,
      matter: matterOfChange(question, corroborates),
    })),
  ];
}

/** The matter of the last step that is about a change. */
function matterOfChange({ timeline, evidence }: TodoQuestion, id: string | undefined): RecordId | undefined {
  const change = id === undefined ? undefined : timeline.changes.get(id as ChangeId);
  return change && (evidence.decisionsOn(change).at(-1)?.payload.matter as RecordId | undefined);
}

/** What is missing before one change has taken effect for certain. Nothing of what will not come through. */
export function missingFor(question: TodoQuestion, change: Change): TodoItem[] {
  const { timeline, evidence, at, position } = question;
  const version = lastVersion(change, position);
  const report = standingOf(timeline, evidence, change, at, position);
  if (version === undefined || report === undefined || OVER.has(report.standing)) return [];
  const about = {
    change: change.id,
    matter: matterOfChange(question, change.id),
  };
  const what = inShort(timeline, version, position);
  return [
    ...(report.standing === 'proposed'
      ? [{ kind: 'decision' as const, message: decisionMissing(question, report.needed, what), ...about }]
      : []),
    ...report.conditions
      .filter(({ state }) => state === 'open')
      .map(({ id, payload }) => ({
        kind: 'condition' as const,
        message: {
          sv: `Villkoret är inte avgjort: ${payload.text}`,
          en: `The condition is not settled: ${payload.text}`,
        },
        ...about,
        record: id,
      })),
    ...openQuestions(version, what).map((item) => ({ ...item, ...about })),
    ...(version.on.precise || isUnknown(version.on)
      ? []
      : [{ kind: 'date' as const, message: dayMissing(version, what), ...about }]),
    ...(report.blocked === undefined
      ? []
      : [{ kind: 'blocked' as const, message: blockedBecause(report, what), ...about }]),
  ];
}

/** What is to happen; of a change of open form what its source says, since what is open is told item by item. */
function inShort(timeline: Timeline, version: ChangeVersion, position: number): Message {
  if (kindOf(version.kind).open !== true) return narrate(timeline, version, position);
  const { what } = version.payload as { readonly what: string };
  return { sv: what, en: what };
}

const OVER: ReadonlySet<string> = new Set(['lapsed', 'cancelled', 'annulled']);

/** What is missing of all changes, in the order in which they were recorded. */
function missingOfChanges(question: TodoQuestion): TodoItem[] {
  return [...question.timeline.changes.values()]
    .filter((change) => mayLack(change, question.position))
    .flatMap((change) => missingFor(question, change));
}

/** A change of an exact date that was never pending lacks nothing: most are so. */
function mayLack(change: Change, position: number): boolean {
  if (change.first > position) return false;
  return change.versions.some(({ pending, on }) => pending || !on.precise) || change.blocks.length > 0;
}

/** What is missing of decisions themselves. */
function missingOfDecisions({ evidence }: TodoQuestion, words: RecordWords): TodoItem[] {
  return evidence.decisions
    .filter(({ payload }) => payload.on === undefined && payload.act !== 'prepares')
    .map(({ id, payload }) => ({
      kind: 'decisionDate',
      message: {
        sv: `Sammanträdets datum saknas: ${words.record(id)}`,
        en: `The date of the meeting is missing: ${words.record(id)}`,
      },
      matter: payload.matter as RecordId,
      record: id,
    }));
}

function decisionMissing(
  { timeline, position }: TodoQuestion,
  needed: CompetenceNeeded,
  what: Message,
): Message {
  const { bodies, type } = needed;
  const names = bodies.map((unit) => lastName(unit, position));
  if (type !== null) names.push(...bodiesOfType(timeline, type, position));
  const by = {
    sv:
      names.length > 0 ? ` av ${names.join(' eller ')}` : type === null ? '' : ` av ${typeInWords(type).sv}`,
    en: names.length > 0 ? ` by ${names.join(' or ')}` : type === null ? '' : ` by ${typeInWords(type).en}`,
  };
  return {
    sv: `Beslut${by.sv} saknas: ${what.sv}`,
    en: `A decision${by.en} is missing: ${what.en}`,
  };
}

/** The names of the bodies of a type; any assembly will do for another word for one. */
function bodiesOfType(timeline: Timeline, type: string, position: number): string[] {
  const names: string[] = [];
  const isAssembly = bodyKind(type) === 'assembly';
  for (const unit of timeline.units.values()) {
    const own = unit.type.known(position).at(-1)?.value;
    if (own === type || (isAssembly && own !== undefined && bodyKind(own) === 'assembly'))
      names.push(lastName(unit, position));
  }
  return names;
}

function lastName(unit: Unit, position: number): string {
  return unit.name.known(position).at(-1)?.value ?? unit.id;
}

function typeInWords(type: string): Message {
  return bodyKind(type) === 'assembly' ? { sv: 'fullmäktige', en: 'the assembly' } : { sv: type, en: type };
}

function dayMissing({ on }: ChangeVersion, what: Message): Message {
  return {
    sv: `Dagen är inte känd (${on.written}): ${what.sv}`,
    en: `The day is not known (${on.written}): ${what.en}`,
  };
}

const QUESTIONS: Readonly<Record<string, { readonly kind: TodoKind; readonly message: Message }>> = {
  form: { kind: 'form', message: { sv: 'Formen är öppen', en: 'The form is open' } },
  name: { kind: 'name', message: { sv: 'Namnet är inte bestämt', en: 'The name is not settled' } },
  date: { kind: 'date', message: { sv: 'Datumet är inte känt', en: 'The date is not known' } },
  head: { kind: 'head', message: { sv: 'Chefen är inte utsedd', en: 'The head is not appointed' } },
};

/** What a change of open form leaves open; another only its date. */
function openQuestions({ kind, payload, on }: ChangeVersion, what: Message) {
  const said = kindOf(kind).open === true ? ((payload as { unknown?: readonly string[] }).unknown ?? []) : [];
  const open = new Set(said);
  if (isUnknown(on)) open.add('date');
  return [...open].flatMap((question) => {
    const known = QUESTIONS[question];
    if (known === undefined) return [];
    const { sv, en } = known.message;
    return [{ kind: known.kind, message: { sv: `${sv}: ${what.sv}`, en: `${en}: ${what.en}` } }];
  });
}

function blockedBecause({ blocked }: StandingReport, what: Message): Message {
  const reasons = blocked?.reasons ?? [];
  const said = (language: 'sv' | 'en') => reasons.map(({ message }) => message[language]).join(' ');
  return {
    sv: `Kan inte genomföras: ${what.sv}. ${said('sv')}`.trim(),
    en: `Cannot take effect: ${what.en}. ${said('en')}`.trim(),
  };
}
