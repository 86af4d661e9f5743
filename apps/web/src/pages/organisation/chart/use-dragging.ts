import { useEffect, useRef, type PointerEvent, type RefObject } from 'react';
import { zoomed, type Window } from './window.js';

/** Pixels that a hand may tremble before it is a drag. */
const TREMBLE = 4;

/** Moves the window by dragging the chart, and nearer or farther by the wheel with Ctrl, as a pinch is told. */
export function useDragging(
  picture: RefObject<SVGSVGElement | null>,
  window: Window,
  look: (window: Window) => void,
) {
  const grip = useRef<{ x: number; y: number; window: Window; isMoved: boolean } | null>(null);
  const latest = useRef(window);
  useEffect(() => {
    latest.current = window;
  }, [window]);
  useEffect(() => {
    const place = picture.current;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const at = { x: event.offsetX, y: event.offsetY };
      look(zoomed(latest.current, Math.exp(-event.deltaY / 300), at));
    };
    place?.addEventListener('wheel', onWheel, { passive: false });
    return () => place?.removeEventListener('wheel', onWheel);
  }, [picture, look]);
  return {
    onPointerDown: ({ clientX: x, clientY: y }: PointerEvent<SVGSVGElement>) => {
      grip.current = { x, y, window, isMoved: false };
    },
    onPointerMove: ({ clientX, clientY, currentTarget, pointerId }: PointerEvent<SVGSVGElement>) => {
      const held = grip.current;
      if (held === null) return;
      const [across, down] = [clientX - held.x, clientY - held.y];
      if (!held.isMoved && Math.hypot(across, down) < TREMBLE) return;
      if (!held.isMoved) currentTarget.setPointerCapture(pointerId);
      held.isMoved = true;
      const { x, y, scale } = held.window;
      look({ x: x - across / scale, y: y - down / scale, scale });
    },
    onPointerUp: () => {
      grip.current = null;
    },
    onPointerCancel: () => {
      grip.current = null;
    },
  };
}
