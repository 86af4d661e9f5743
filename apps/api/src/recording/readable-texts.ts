/** Deepest nesting of free JSON that is kept. */
const DEEPEST = 40;

/** Where a value has a text that cannot be kept as it is (NUL, half a surrogate pair) or is nested too deeply. */
export function unreadableText(value: unknown, path = '', depth = 0): string | undefined {
  if (typeof value === 'string') return /\0|\p{Cs}/u.test(value) ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > DEEPEST) return path;
  for (const [key, member] of Object.entries(value)) {
    const at = Array.isArray(value) ? `${path}[${key}]` : `${path}${path === '' ? '' : '.'}${key}`;
    if (/\0|\p{Cs}/u.test(key)) return path || 'change';
    const found = unreadableText(member, at, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
