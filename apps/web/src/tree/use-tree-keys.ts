import type { KeyboardEvent } from 'react';
import { rowAbove, rowNamed, type Row } from './visible-rows.js';
import { useTypeAhead, type TypeAhead } from './use-type-ahead.js';

interface Tree {
  readonly rows: readonly Row[];
  /** The index of the row in focus. */
  readonly index: number;
  /** How many rows a page has. */
  readonly page: number;
  nameOf(id: string): string;
  focus(index: number): void;
  toggle(ids: readonly string[], isOpen: boolean): void;
  select(id: string): void;
}

/**
 * The keys of a tree.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/treeview/
 */
export function useTreeKeys(tree: Tree): (event: KeyboardEvent) => void {
  const typeAhead = useTypeAhead();
  return (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (actOn(event.key, tree, typeAhead)) event.preventDefault();
  };
}

function actOn(key: string, tree: Tree, typeAhead: TypeAhead): boolean {
  const { rows, index, page, focus, toggle } = tree;
  const row = rows[index];
  if (row === undefined) return false;
  const last = rows.length - 1;
  switch (key === ' ' && typeAhead.isTyping() ? 'letter' : key) {
    case 'ArrowDown':
      focus(Math.min(last, index + 1));
      return true;
    case 'ArrowUp':
      focus(Math.max(0, index - 1));
      return true;
    case 'PageDown':
      focus(Math.min(last, index + page));
      return true;
    case 'PageUp':
      focus(Math.max(0, index - page));
      return true;
    case 'Home':
      focus(0);
      return true;
    case 'End':
      focus(last);
      return true;
    case 'ArrowRight':
      if (row.isOpen === false) toggle([row.id], true);
      else if (row.isOpen === true) focus(index + 1);
      return true;
    case 'ArrowLeft':
      if (row.isOpen === true) toggle([row.id], false);
      else focus(rowAbove(rows, index));
      return true;
    case 'Enter':
    case ' ':
      tree.select(row.id);
      return true;
    case '*':
      toggle(
        rows.filter(({ level, isOpen }) => level === row.level && isOpen === false).map(({ id }) => id),
        true,
      );
      return true;
    default:
      if (key.length !== 1) return false;
      focus(
        rowNamed(
          rows.map(({ id }) => tree.nameOf(id)),
          index,
          typeAhead.add(key),
        ),
      );
      return true;
  }
}
