import type { Message, Position } from '#temporal';
import { z } from 'zod';
import { GENESIS_HASH, leafHash, linkHash } from './chain.js';
import type { Hash, OrganisationId } from './ledger-store.js';
import type { Checkpoint } from './verify-chain.js';

/**
 * What shows that an event stands in a ledger, to somebody who has nothing but a checkpoint of it: the event's exact
 * text, the chain's hash before it, and the leaf of each event after it. They lead to the hash of the checkpoint, and
 * tell of the other events nothing but that they are there. It grows by one hash for each later event.
 */
export interface ChainProof {
  readonly format: 'kronika-chain-proof';
  readonly version: 1;
  readonly organisation: OrganisationId;
  readonly position: Position;
  /** The event's envelope, as it is hashed. */
  readonly envelope: string;
  /** The hash that the chain has before the event. */
  readonly hashBefore: Hash;
  /** `leafHash` of the events after it, in order, to the checkpoint's. */
  readonly leaves: readonly Hash[];
  readonly checkpoint: Checkpoint;
}

export type ProofProblem =
  /** It is no proof, or one of a later format. */
  | 'FORMAT'
  /** The event's text is about another position or organisation than the proof says. */
  | 'ENVELOPE'
  /** The hashes do not lead from the event to the proof's own checkpoint. */
  | 'CHAIN'
  /** They lead to another hash than the checkpoint that was kept: the history is another. */
  | 'CHECKPOINT'
  /** The checkpoint that was kept lies before the event, or after the proof's end: it says nothing of the two. */
  | 'OUT_OF_REACH';

export type ProofVerdict =
  | { readonly ok: true; readonly proof: ChainProof; readonly held: Checkpoint | null }
  | { readonly ok: false; readonly problem: ProofProblem; readonly message: Message };

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const position = z.int().min(1);
const schema = z.strictObject({
  format: z.literal('kronika-chain-proof'),
  version: z.literal(1),
  organisation: z.string(),
  position,
  envelope: z.string(),
  hashBefore: hash,
  leaves: z.array(hash),
  checkpoint: z.strictObject({ position, hash }),
});
const written = z.looseObject({
  organisation: z.string(),
  written: z.looseObject({ position: z.int() }),
});

/**
 * Tries a proof by itself, and against a checkpoint that was kept elsewhere. Without one it only says that the proof
 * agrees with itself: whoever made it may have made the chain.
 */
export function verifyChainProof(given: unknown, kept?: Checkpoint): ProofVerdict {
  const parsed = schema.safeParse(given);
  if (!parsed.success) return failed('FORMAT');
  const proof = parsed.data as unknown as ChainProof;
  const { envelope, leaves, checkpoint } = proof;
  if (!isAbout(envelope, proof)) return failed('ENVELOPE');
  if (proof.position === 1 && proof.hashBefore !== GENESIS_HASH) return failed('CHAIN');
  if (proof.position + leaves.length !== checkpoint.position) return failed('CHAIN');
  if (kept !== undefined && !(proof.position <= kept.position && kept.position <= checkpoint.position)) {
    return failed('OUT_OF_REACH');
  }
  let chain = linkHash(proof.hashBefore, leafHash(envelope));
  let atKept = chain;
  leaves.forEach((leaf, index) => {
    chain = linkHash(chain, leaf);
    if (proof.position + index + 1 === kept?.position) atKept = chain;
  });
  if (chain !== checkpoint.hash) return failed('CHAIN');
  if (kept !== undefined && atKept !== kept.hash) return failed('CHECKPOINT');
  return { ok: true, proof, held: kept ?? null };
}

function isAbout(envelope: string, proof: ChainProof): boolean {
  let text: unknown;
  try {
    text = JSON.parse(envelope);
  } catch {
    return false;
  }
  const read = written.safeParse(text);
  return (
    read.success &&
    read.data.organisation === proof.organisation &&
    read.data.written.position === proof.position
  );
}

const MESSAGES: Readonly<Record<ProofProblem, Message>> = {
  FORMAT: {
    sv: 'Filen är inget bevis, eller ett av ett senare slag.',
    en: 'The file is no proof, or one of a later kind.',
  },
  ENVELOPE: {
    sv: 'Händelsens text gäller en annan position eller organisation än beviset säger.',
    en: "The event's text is about another position or organisation than the proof says.",
  },
  CHAIN: {
    sv: 'Hasharna leder inte från händelsen till bevisets kontrollpunkt: något i beviset är ändrat.',
    en: "The hashes do not lead from the event to the proof's checkpoint: something in the proof was changed.",
  },
  CHECKPOINT: {
    sv: 'Beviset leder till en annan hash än den sparade kontrollpunkten: historiken är en annan.',
    en: 'The proof leads to another hash than the kept checkpoint: the history is another.',
  },
  OUT_OF_REACH: {
    sv: 'Den sparade kontrollpunkten ligger före händelsen eller efter bevisets slut. Ta fram ett bevis som når den.',
    en: "The kept checkpoint lies before the event or after the proof's end. Make a proof that reaches it.",
  },
};

function failed(problem: ProofProblem): ProofVerdict {
  return { ok: false, problem, message: MESSAGES[problem] };
}
