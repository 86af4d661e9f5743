/** The path of an indicator's page, by its name, with a unit chosen where one is given. */
export function measurePath(slug: string, indicator: string, search: string, unit?: string): string {
  const written = new URLSearchParams(search);
  if (unit !== undefined) written.set('for', unit);
  const rest = written.toString();
  return `/org/${slug}/follow-up/measures/${encodeURIComponent(indicator)}${rest === '' ? '' : `?${rest}`}`;
}

/** The path of what contradicts itself among the figures of an indicator. */
export function contradictionsPath(slug: string, indicator: string, search: string): string {
  const written = new URLSearchParams(search);
  written.set('indicator', indicator);
  return `/org/${slug}/follow-up/contradictions?${written.toString()}`;
}
