/** The field that a path leads to: itself, an element of it, or a part of it that has no field of its own. */
export function fieldAt(path: string, fields: readonly string[]): string | null {
  const fits = fields.filter(
    (field) => path === field || path.startsWith(`${field}.`) || path.startsWith(`${field}[`),
  );
  return fits.sort((one, other) => other.length - one.length)[0] ?? null;
}
