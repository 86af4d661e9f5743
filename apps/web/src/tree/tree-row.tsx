import type { ReactNode } from 'react';
import { dragging } from './dragging.js';
import type { Row } from './visible-rows.js';

interface Props {
  readonly row: Row;
  /** Pixels from the top of the tree. */
  readonly start: number;
  readonly name: string;
  readonly isFocused: boolean;
  readonly isSelected: boolean;
  readonly children: ReactNode;
  /** Undefined: units cannot be dragged. */
  readonly drop: ((id: string, onto: string) => void) | undefined;
  toggle(): void;
  select(): void;
}

/** One line of the tree. */
export function TreeRow({ row, start, name, isFocused, isSelected, children, drop, toggle, select }: Props) {
  return (
    <div
      role="treeitem"
      className="tree-row"
      data-unit={row.id}
      tabIndex={isFocused ? 0 : -1}
      aria-level={row.level}
      aria-setsize={row.setSize}
      aria-posinset={row.place}
      aria-expanded={row.isOpen ?? undefined}
      aria-selected={isSelected}
      style={{ transform: `translateY(${start}px)`, paddingInlineStart: `${row.level * 20 - 16}px` }}
      onClick={select}
      {...(drop === undefined ? {} : dragging(row.id, drop))}
    >
      <span
        className="tree-toggle"
        aria-hidden="true"
        onClick={(event) => {
          if (row.isOpen === null) return;
          event.stopPropagation();
          toggle();
        }}
      >
        {row.isOpen === null ? '·' : row.isOpen ? '▾' : '▸'}
      </span>
      <span className="tree-name">{name}</span>
      {children}
    </div>
  );
}
