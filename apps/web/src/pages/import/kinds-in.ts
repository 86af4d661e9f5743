/** Bytes of a file up to which its kinds are counted here. */
const LARGEST = 20_000_000;

/** How many lines of each kind a file has; null: it is packed, or too large to look at here. Lines that are none are left out. */
export async function kindsIn(file: File): Promise<ReadonlyMap<string, number> | null> {
  if (file.size > LARGEST) return null;
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (start[0] === 0x1f && start[1] === 0x8b) return null;
  const counts = new Map<string, number>();
  for (const line of (await file.text()).split('\n')) {
    const kind = kindOf(line);
    if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

function kindOf(line: string): string | null {
  try {
    const { kind } = JSON.parse(line) as { kind?: unknown };
    return typeof kind === 'string' ? kind : null;
  } catch {
    return null;
  }
}

/** The kind of a line as the schema writes it: `spinOff` as `SPIN_OFF`. */
export function schemaKind(kind: string): string {
  return kind.replace(/[A-Z]/g, '_$&').toUpperCase();
}
