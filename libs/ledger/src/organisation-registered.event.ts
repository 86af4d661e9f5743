import type { Position } from '#temporal';

import type { CommandDraft, OrganisationDraft } from './ledger-store.js';

/** The command that makes an organisation's first event, `OrganisationRegistered {name, slug, keyScheme?}`. */
export function registration(draft: OrganisationDraft): CommandDraft {
  return {
    idempotencyKey: draft.idempotencyKey,
    commandType: 'RegisterOrganisation',
    actor: draft.actor,
    ...(draft.reason === undefined ? {} : { reason: draft.reason }),
    ...(draft.knownAt === undefined ? {} : { knownAt: draft.knownAt }),
    basis: 0 as Position,
    reads: [],
    events: [
      {
        eventId: draft.eventId,
        type: 'OrganisationRegistered',
        schemaVersion: 1,
        data: {
          name: draft.name,
          slug: draft.slug,
          ...(draft.keyScheme === undefined ? {} : { keyScheme: draft.keyScheme }),
        },
        touches: ['organisation'],
      },
    ],
  };
}
