import type { KnownRecord, Register } from '#records';
import { foldName } from '#structure';
import { normalText, pairTexts, type PairedText } from './compare-texts.js';
import { condition, decision, document, type DecisionPayload, type Party } from './kinds/index.js';
import { isSameParty, partyKey } from './same-party.js';
import { allSpellings } from './spellings.js';

/** A text that was added, removed or reworded between a proposal and what was made of it; null: it is not there. */
export interface TextChange {
  readonly change: 'added' | 'removed' | 'changed';
  readonly before: string | null;
  readonly after: string | null;
  /** It was only written otherwise which unit is meant, by spellings that are recorded. */
  readonly sameUnits: boolean;
}

/** A recipient that only one of the two has. */
export interface RecipientChange {
  readonly change: 'added' | 'removed';
  readonly party: Party;
}

/** A document that only one of the two lists, or that they list under different titles. */
export interface DocumentChange {
  readonly change: 'added' | 'removed' | 'renamed';
  readonly document: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What became of a proposal in a later step that answers it. */
export interface ChangesSinceProposal {
  readonly proposal: string;
  readonly answeredBy: string;
  /** 1: what the decision answers itself; 2: what that answers; and so on. */
  readonly generation: number;
  readonly points: readonly TextChange[];
  readonly conditions: readonly TextChange[];
  readonly recipients: readonly RecipientChange[];
  readonly documents: readonly DocumentChange[];
  /** Before which body it is laid, if that is another; null also where the body that it was laid before answers it. */
  readonly to: { readonly before: Party | null; readonly after: Party | null } | null;
  /** Nothing was added, removed or changed. */
  readonly unchanged: boolean;
}

/**
 * What a decision added, removed or changed against each proposal that it answers, then what those did against the
 * ones they answer, and so on, nearest first. Texts are compared without regard to case, blanks, bullets and final
 * stops; recipients by their unit where it is known, else by their name. Undefined: no such decision is known.
 */
export function changesSince(
  register: Register,
  position: number,
  decisionId: string,
): ChangesSinceProposal[] | undefined {
  const first = register.get(decision, decisionId, position);
  if (first === undefined) return undefined;
  const comparison = new Comparison(register, position);
  const changes: ChangesSinceProposal[] = [];
  const seen = new Set<string>([first.id]);
  let steps = [first];
  for (let generation = 1; steps.length > 0; generation++) {
    const earlier: KnownRecord<DecisionPayload>[] = [];
    for (const step of steps) {
      for (const id of step.payload.answers ?? []) {
        const proposal = register.get(decision, id, position);
        if (proposal === undefined) continue;
        changes.push({ ...comparison.between(proposal, step), generation });
        if (!seen.has(id)) earlier.push(proposal);
        seen.add(id);
      }
    }
    steps = earlier;
  }
  return changes;
}

type Step = KnownRecord<DecisionPayload>;

class Comparison {
  /** Folded spellings with their units, the longest first. */
  private readonly spelled: readonly { readonly written: string; readonly unit: string }[];

  constructor(
    private readonly register: Register,
    private readonly position: number,
  ) {
    this.spelled = allSpellings(register, position)
      .map(({ written, unit }) => ({ written: foldName(written), unit }))
      .sort((a, b) => b.written.length - a.written.length);
  }

  between(before: Step, after: Step): Omit<ChangesSinceProposal, 'generation'> {
    const points = this.textChanges(pointsOf(before), pointsOf(after));
    const conditions = this.textChanges(this.conditionsOf(before), this.conditionsOf(after));
    const recipients = recipientChanges(before.payload.recipients ?? [], after.payload.recipients ?? []);
    const documents = this.documentChanges(before, after);
    const to = destinationChange(before.payload, after.payload);
    const count = points.length + conditions.length + recipients.length + documents.length;
    return {
      proposal: before.id,
      answeredBy: after.id,
      points,
      conditions,
      recipients,
      documents,
      to,
      unchanged: count === 0 && to === null,
    };
  }

  private textChanges(before: readonly string[], after: readonly string[]): TextChange[] {
    return pairTexts(before, after, (text) => text).flatMap((pair) => this.textChange(pair) ?? []);
  }

  private textChange(pair: PairedText<string>): TextChange | undefined {
    const { change } = pair;
    switch (change) {
      case 'same':
        return undefined;
      case 'changed': {
        const { before, after } = pair;
        return { change, before, after, sameUnits: this.withUnits(before) === this.withUnits(after) };
      }
      case 'added':
        return { change, before: null, after: pair.after, sameUnits: false };
      case 'removed':
        return { change, before: pair.before, after: null, sameUnits: false };
    }
  }

  /** A text with units in the place of their spellings. */
  private withUnits(text: string): string {
    let replaced = foldName(normalText(text));
    for (const { written, unit } of this.spelled) replaced = replaced.replaceAll(written, unit);
    return replaced;
  }

  private conditionsOf({ id }: Step): string[] {
    return this.register.about(condition, id, this.position).map(({ payload }) => payload.text);
  }

  private documentChanges(before: Step, after: Step): DocumentChange[] {
    const earlier = this.titlesOf(before);
    const later = this.titlesOf(after);
    const changes: DocumentChange[] = [];
    for (const [id, title] of later) {
      const titled = earlier.get(id);
      if (titled === undefined) changes.push({ change: 'added', document: id, before: null, after: title });
      else if (normalText(titled) !== normalText(title)) {
        changes.push({ change: 'renamed', document: id, before: titled, after: title });
      }
    }
    for (const [id, title] of earlier) {
      if (!later.has(id)) changes.push({ change: 'removed', document: id, before: title, after: null });
    }
    return changes;
  }

  /** The documents that a step lists, under the titles that it gives them. */
  private titlesOf({ payload }: Step): Map<string, string> {
    return new Map(
      (payload.documents ?? []).map(({ document: id, as }) => [
        id,
        as ?? this.register.get(document, id, this.position)?.payload.title ?? id,
      ]),
    );
  }
}

function pointsOf({ payload }: Step): string[] {
  return (payload.points ?? []).map(({ text }) => text);
}

function recipientChanges(before: readonly Party[], after: readonly Party[]): RecipientChange[] {
  const without = (parties: readonly Party[], others: readonly Party[]) => {
    const known = new Set(others.map(partyKey));
    return parties.filter((party) => !known.has(partyKey(party)));
  };
  return [
    ...without(after, before).map((party) => ({ change: 'added' as const, party })),
    ...without(before, after).map((party) => ({ change: 'removed' as const, party })),
  ];
}

function destinationChange(
  { to: before }: DecisionPayload,
  { to: after, body }: DecisionPayload,
): ChangesSinceProposal['to'] {
  if (before !== undefined && [body, after].some((party) => party && isSameParty(party, before))) {
    return null;
  }
  return before === after ? null : { before: before ?? null, after: after ?? null };
}
