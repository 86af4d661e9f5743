import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { SimulateChanges, type AnyDraft, type AnyRefusal } from '#chronicle';
import { readSteps, type ImportError } from '#interchange';
import { draftInput, inTermsOf, parsedDrafts } from '../recording/parsed-drafts.js';
import { invalidField } from '../recording/user-errors.js';
import type { RequestContext } from '../request-context.js';
import { ScenarioCommands, scenarioTerms } from './scenario-commands.js';
import type { ScenarioPayload } from './scenario-payload.type.js';
import type { SimulateInput, SimulatedStepInput } from './scenario.inputs.js';

/** What is to be simulated, or why it cannot be read. */
interface GivenSteps {
  readonly steps: readonly (readonly AnyDraft[])[];
  readonly refusals: readonly AnyRefusal[];
}

/** Reads the steps of `simulate`, which are inputs or lines of the import format. */
@Injectable()
export class SimulatedSteps {
  constructor(private readonly scenarios: ScenarioCommands) {}

  async simulate(input: SimulateInput, context: RequestContext): Promise<ScenarioPayload> {
    const { scenario, confirm, keys } = input;
    const { steps, refusals } = await given(input);
    if (refusals.length > 0) return this.scenarios.refused(refusals, scenario, context);
    const terms = {
      ...scenarioTerms(input, context),
      confirmed: new Set(confirm ?? []),
      keyScheme: keys ?? undefined,
    };
    const command = new SimulateChanges(scenario, steps, terms);
    return this.scenarios.execute(command, scenario, context, confirm ?? []);
  }
}

function given({ steps, lines }: SimulateInput): GivenSteps | Promise<GivenSteps> {
  if ((steps == null) === (lines == null)) return { steps: [], refusals: [invalidField('steps', EITHER)] };
  return steps == null ? fromLines(lines!) : fromInputs(steps);
}

function fromInputs(inputs: readonly SimulatedStepInput[]): GivenSteps {
  const steps: (readonly AnyDraft[])[] = [];
  const refused: AnyRefusal[] = [];
  let before = 0;
  for (const { changes, reason } of inputs) {
    const drafts = changes.map(draftInput);
    const parsed = parsedDrafts(drafts, reason ?? undefined);
    steps.push(parsed.drafts);
    for (const refusal of parsed.refusals) {
      refused.push({ ...inTermsOf(drafts, refusal), index: before + (refusal.index ?? 0) });
    }
    before += changes.length;
  }
  return { steps, refusals: refused };
}

async function fromLines(lines: readonly string[]): Promise<GivenSteps> {
  const blank = lines.findIndex((line) => line.trim() === '');
  if (blank >= 0) return { steps: [], refusals: [{ ...invalidField('lines', BLANK), index: blank }] };
  // Where a text breaks its line it has white space between the members of its JSON.
  const text = lines.map((line) => line.replace(/[\r\n]/g, ' ')).join('\n');
  const { steps, problems } = await readSteps(Readable.from([Buffer.from(text)]));
  return { steps, refusals: problems.map(refusalOf) };
}

/** What is wrong with a line; what only a file can have wrong is told as a field that is invalid. */
function refusalOf({ code, line, field, message, date, units, changes }: ImportError): AnyRefusal {
  const isOfFile = FILE_PROBLEMS.has(code);
  return {
    code: isOfFile ? 'INVALID_FIELD' : (code as AnyRefusal['code']),
    message,
    units,
    changes,
    ...(line === null ? {} : { index: line - 1 }),
    ...(isOfFile ? { field: field ?? 'lines' } : field === undefined ? {} : { field }),
    ...(date === undefined ? {} : { date }),
  };
}

const FILE_PROBLEMS: ReadonlySet<string> = new Set<ImportError['code']>([
  'NOT_UTF8',
  'LINE_TOO_LONG',
  'NOT_JSON',
  'NOT_AN_OBJECT',
  'NOT_GZIP',
  'SET_NOT_TOGETHER',
  'INVALID_KNOWN_FROM',
]);
const EITHER = { sv: 'Ange antingen steps eller lines.', en: 'Give either steps or lines.' };
const BLANK = { sv: 'Raden är tom.', en: 'The line is blank.' };
