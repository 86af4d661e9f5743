import { Inject, Injectable } from '@nestjs/common';
import type { LedgerStore, Organisation, OrganisationId } from '#ledger';
import { isUuid } from '#structure';
import type { Position } from '#temporal';
import { OrganisationMemory } from './organisation-memory.js';
import { QuestionRefused, unknownOrganisation } from './refusal.js';
import { LEDGER } from './tokens.js';

/** The timelines of organisations, loaded when first asked for and kept up with the ledger. */
@Injectable()
export class Timelines {
  private readonly memories = new Map<OrganisationId, OrganisationMemory>();
  private readonly bySlug = new Map<string, Organisation>();

  constructor(@Inject(LEDGER) private readonly ledger: LedgerStore) {}

  async findOrganisation(slugOrId: string): Promise<Organisation | null> {
    const known = this.bySlug.get(slugOrId) ?? this.memories.get(slugOrId as OrganisationId)?.organisation;
    if (known !== undefined) return known;
    if (!SLUG_OR_ID.test(slugOrId)) return null;
    const found =
      (await this.ledger.findOrganisation({ slug: slugOrId })) ??
      (isUuid(slugOrId) ? await this.ledger.findOrganisation({ id: slugOrId as OrganisationId }) : null);
    if (found !== null) this.bySlug.set(found.slug, found);
    return found;
  }

  /** The organisation of a slug or id. @throws QuestionRefused UNKNOWN_ORGANISATION, about the field */
  async organisation(slugOrId: string, field?: string): Promise<Organisation> {
    const organisation = await this.findOrganisation(slugOrId);
    if (organisation !== null) return organisation;
    throw new QuestionRefused('UNKNOWN_ORGANISATION', unknownOrganisation(slugOrId), field);
  }

  /**
   * An organisation's memory, up to the ledger's head as of now or at least `minPosition`.
   * @throws QuestionRefused UNKNOWN_ORGANISATION or POSITION_NOT_REACHED
   */
  async read(slugOrId: string, minPosition = 0): Promise<OrganisationMemory> {
    const organisation = await this.organisation(slugOrId, 'slug');
    const memory = this.memoryOf(organisation);
    const head = await this.ledger.head(organisation.id);
    const position = head?.position ?? 0;
    if (position < minPosition) {
      throw new QuestionRefused(
        'POSITION_NOT_REACHED',
        {
          sv: `Liggaren har inte nått position ${minPosition}; den är vid ${position}.`,
          en: `The ledger has not reached position ${minPosition}; it is at ${position}.`,
        },
        'minPosition',
      );
    }
    if (memory.position < position) await this.catchUpTo(memory, position);
    return memory;
  }

  /** Whoever records has the memory to himself, perhaps for long, and takes it along as he goes. */
  private async catchUpTo(memory: OrganisationMemory, position: number): Promise<void> {
    const caughtUp = memory.exclusively(() => this.catchUp(memory));
    await Promise.race([memory.reach(position), caughtUp]);
    if (memory.position < position) await caughtUp;
  }

  memoryOf(organisation: Organisation): OrganisationMemory {
    let memory = this.memories.get(organisation.id);
    if (memory === undefined)
      this.memories.set(organisation.id, (memory = new OrganisationMemory(organisation)));
    return memory;
  }

  /** Takes in what the ledger has beyond the memory. Call it exclusively. */
  async catchUp(memory: OrganisationMemory): Promise<Position> {
    for await (const events of this.ledger.stream(memory.organisation.id, { after: memory.position })) {
      for (const event of events) memory.take(event);
    }
    return memory.position;
  }
}

const SLUG_OR_ID = /^[a-z0-9-]{1,63}$/;
