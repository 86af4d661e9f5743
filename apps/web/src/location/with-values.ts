/** An address with other values of some names; null or empty: without. What else it says stays as it is. */
export function withValues(
  search: URLSearchParams,
  values: Readonly<Record<string, string | null>>,
): URLSearchParams {
  const written = new URLSearchParams(search);
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === '') written.delete(name);
    else written.set(name, value);
  }
  return written;
}
