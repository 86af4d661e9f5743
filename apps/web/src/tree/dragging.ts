import type { DragEvent } from 'react';

const UNIT = 'application/x-unit';

/** What makes a row one that can be dragged, and that others can be dropped on. */
export function dragging(id: string, drop: (id: string, onto: string) => void) {
  const mark = ({ currentTarget }: DragEvent<HTMLElement>, isOver: boolean) => {
    if (isOver) currentTarget.dataset['over'] = '';
    else delete currentTarget.dataset['over'];
  };
  return {
    draggable: true,
    onDragStart: ({ dataTransfer }: DragEvent<HTMLElement>) => {
      dataTransfer.setData(UNIT, id);
      dataTransfer.effectAllowed = 'move';
    },
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (!event.dataTransfer.types.includes(UNIT)) return;
      event.preventDefault();
      mark(event, true);
    },
    onDragLeave: (event: DragEvent<HTMLElement>) => mark(event, false),
    onDrop: (event: DragEvent<HTMLElement>) => {
      event.preventDefault();
      mark(event, false);
      const dragged = event.dataTransfer.getData(UNIT);
      if (dragged !== '' && dragged !== id) drop(dragged, id);
    },
  };
}
