import type { Sign } from '../../icons/icon.js';
import type { Words } from '../../texts/use-words.js';
import type { Difference } from './compare-question.js';

/** What can differ, in the order in which it is told. */
export const DIFFERENCE_KINDS = [
  'begun',
  'ended',
  'moved',
  'merged',
  'split',
  'renamed',
  'reclassified',
  'recoded',
  'awaited',
] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

export const SIGNS: Readonly<Record<DifferenceKind, Sign>> = {
  begun: 'plus',
  ended: 'minus',
  moved: 'move',
  merged: 'merge',
  split: 'split',
  renamed: 'pencil',
  reclassified: 'tag',
  recoded: 'tag',
  awaited: 'pending',
};

/** One difference, in words. */
export interface Told {
  readonly kind: DifferenceKind;
  readonly id: string;
  readonly unit: string | null;
  readonly name: string;
  readonly detail: string;
}

/** Every difference as it is read out: sorted by kind, then by name. */
export function tell(difference: Difference, { t, label, list, order }: Words): Told[] {
  const named = (units: readonly { readonly name: string | null }[]) =>
    list(units.map(({ name }) => name ?? '').sort(order));
  const maybe = (certain: boolean) => (certain ? '' : t('compare.uncertain'));
  const place = ({ parent, takesPart }: Difference['moved'][number]['before']) =>
    takesPart ? (parent?.name ?? t('unit.root')) : t('compare.noPart');
  const told = (
    kind: DifferenceKind,
    unit: string | null,
    name: string,
    ...detail: readonly string[]
  ): Told => ({
    kind,
    id: `${kind} ${unit} ${name} ${detail.join()}`,
    unit,
    name,
    detail: detail.filter((part) => part !== '').join(', '),
  });
  const under = (parent: { readonly name: string | null } | null) =>
    parent === null ? '' : t('compare.under', { parent: parent.name ?? '' });
  const all = [
    ...difference.begun.map(({ id, name, parent, predecessors, certain }) => {
      const from = predecessors.length === 0 ? '' : t('compare.predecessors', { names: named(predecessors) });
      return told('begun', id, name, under(parent), from, maybe(certain));
    }),
    ...difference.ended.map(({ id, name, parent, successors, certain }) => {
      const into = successors.length === 0 ? '' : t('compare.successors', { names: named(successors) });
      return told('ended', id, name, under(parent), into, maybe(certain));
    }),
    ...difference.moved.map(({ id, name, hierarchy, before, after, certain }) => {
      const way = t('compare.fromTo', { before: place(before), after: place(after) });
      return told('moved', id, name, way, label('hierarchy', hierarchy), maybe(certain));
    }),
    ...difference.merged.map(({ sources, into }) =>
      told('merged', into.id, named(sources), `→ ${into.name}`),
    ),
    ...difference.split.map(({ source, into }) =>
      told('split', source.id, source.name ?? '', `→ ${named(into)}`),
    ),
    ...difference.renamed.map(({ id, before, after, certain }) =>
      told('renamed', id, after, t('compare.fromTo', { before, after }), maybe(certain)),
    ),
    ...difference.reclassified.map(({ id, name, before, after, certain }) => {
      const [was, is] = [label('type', before), label('type', after)];
      return told('reclassified', id, name, t('compare.fromTo', { before: was, after: is }), maybe(certain));
    }),
    ...difference.recoded.map(({ id, name, scheme, before, after, certain }) => {
      const way = t('compare.fromTo', { before: before ?? '–', after: after ?? '–' });
      return told('recoded', id, name, scheme, way, maybe(certain));
    }),
    ...difference.awaited.map(({ units, what }) => told('awaited', units[0]?.id ?? null, named(units), what)),
  ];
  const rank = (kind: DifferenceKind) => DIFFERENCE_KINDS.indexOf(kind);
  return all.sort((one, other) => rank(one.kind) - rank(other.kind) || order(one.name, other.name));
}
