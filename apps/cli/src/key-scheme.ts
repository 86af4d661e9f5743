import type { LedgerStore } from '#ledger';
import { IMPORT_KEYS } from '#structure';
import { BEFORE_FIRST } from '#temporal';

/** Options with the scheme of keys: as told, else the one that the organisation was first imported with. */
export async function withKeys<
  O extends { readonly organisation: string; readonly keys?: string | undefined },
>(ledger: LedgerStore, options: O): Promise<O & { readonly keys: string }> {
  if (options.keys !== undefined) return { ...options, keys: options.keys };
  const organisation = await ledger.findOrganisation({ slug: options.organisation });
  const [registered] = organisation === null ? [] : await ledger.read(organisation.id, BEFORE_FIRST, 1);
  const kept = registered?.data['keyScheme'];
  return { ...options, keys: typeof kept === 'string' ? kept : IMPORT_KEYS };
}
