import { foldText } from '#structure';

/**
 * What kind of political body a unit type names, by the word it ends with in Swedish (`driftsnämnd`, `regionstyrelse`)
 * or English; null for administrative units.
 */
export function bodyKind(type: string): 'assembly' | 'board' | 'committee' | null {
  const folded = foldText(type);
  if (/(fullmaktige|assembly|council)$/.test(folded)) return 'assembly';
  if (/(styrelse|namnd|board)$/.test(folded)) return 'board';
  if (/(utskott|beredning|committee)$/.test(folded)) return 'committee';
  return null;
}
