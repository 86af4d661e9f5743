import { namedBy } from '../units/unit-question.js';

/** The path of a matter's page: by its number where it has one. */
export function matterPath(
  slug: string,
  matter: { readonly id: string; readonly number: string | null },
): string {
  return `/org/${slug}/matters/${encodeURIComponent(matter.number ?? matter.id)}`;
}

/** How a matter is named in a question: by its id, or by its number. */
export function matterNamedBy(text: string): { readonly id: string | null; readonly number: string | null } {
  const { id, key } = namedBy(text);
  return { id, number: key };
}

/** What a matter is called in a line of text. */
export function matterInWords(matter: { readonly number: string | null; readonly title: string }): string {
  return [matter.number, matter.title].filter(Boolean).join(': ');
}
