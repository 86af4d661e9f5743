import { ReadAssignments, ReadDecidedChanges, ReadMatterChain, ReadTodo, type FoundRecord } from '#chronicle';
import type { DocumentPayload, DocumentRole } from '#governance';
import type { KnownRecord } from '#records';
import { chronicleEntry, type Change } from '#structure';
import { assignmentAccount, type AssignmentAccount } from './assignment-account.js';
import { changeAccount, type ChangeAccount } from './change-account.js';
import type { Inquiry } from './inquiry.js';
import { placesIn, type SourcePlace } from './source-places.js';
import { stepAccount, type StepAccount } from './step-account.js';
import { todoAccount, type TodoAccount } from './todo-account.js';

export interface DocumentAccount {
  readonly title: string;
  readonly role: DocumentRole;
  readonly on: string | null;
  readonly number: string | null;
  readonly attachedTo: string | null;
  readonly sha256: string | null;
  readonly atHand: boolean | null;
  readonly alsoCalled: readonly { readonly title: string; readonly in: string | null }[];
}

/** A matter from its first step to what is still open. */
export interface MatterAccount {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly opened: string | null;
  readonly closed: string | null;
  readonly places: readonly SourcePlace[];
  readonly steps: readonly StepAccount[];
  /** Those that its steps are about. */
  readonly changes: readonly ChangeAccount[];
  /** Those for which its documents are only the evidence. */
  readonly evidenced: readonly ChangeAccount[];
  readonly assignments: readonly AssignmentAccount[];
  readonly documents: readonly DocumentAccount[];
  readonly missing: readonly TodoAccount[];
}

export async function matterAccount({ id }: FoundRecord, inquiry: Inquiry): Promise<MatterAccount> {
  const { queries, reading } = inquiry;
  const chain = (await queries.execute(new ReadMatterChain(reading, id)))!;
  const { number, title, opened, closed } = chain.matter.payload;
  const steps: StepAccount[] = [];
  for (const step of chain.steps) steps.push(await stepAccount(step, inquiry));
  const changes: ChangeAccount[] = [];
  const evidenced: ChangeAccount[] = [];
  const decided = await queries.execute(new ReadDecidedChanges(reading));
  for (const change of decided.ofMatter(id)) changes.push(...(await accountOf(change, inquiry)));
  for (const change of decided.evidencedBy(id)) evidenced.push(...(await accountOf(change, inquiry)));
  const assignments = await queries.execute(new ReadAssignments(reading, { matter: id }));
  const missing = await queries.execute(new ReadTodo(reading, { matter: id }));
  return {
    id,
    number: number ?? null,
    title,
    opened: opened ?? null,
    closed: closed ?? null,
    places: placesIn(chain.matter.source, inquiry),
    steps,
    changes,
    evidenced,
    assignments: assignments.map((assignment) => assignmentAccount(assignment, inquiry)),
    documents: chain.documents.map((document) => documentAccount(document, inquiry)),
    missing: missing.map((item) => todoAccount(item, inquiry)),
  };
}

async function accountOf(change: Change, inquiry: Inquiry): Promise<ChangeAccount[]> {
  const { base, ledgerPosition } = inquiry.reading;
  const entry = chronicleEntry(base, change, ledgerPosition);
  return entry === null ? [] : [await changeAccount(entry, inquiry)];
}

function documentAccount({ payload }: KnownRecord<DocumentPayload>, { words }: Inquiry): DocumentAccount {
  const { title, role, on, number, attachedTo, sha256, atHand, alsoCalled } = payload;
  const titleOf = (record: string | undefined) => (record === undefined ? null : words.record(record));
  return {
    title,
    role,
    on: on ?? null,
    number: number ?? null,
    attachedTo: titleOf(attachedTo),
    sha256: sha256 ?? null,
    atHand: atHand ?? null,
    alsoCalled: (alsoCalled ?? []).map((called) => ({ title: called.title, in: titleOf(called.in) })),
  };
}
