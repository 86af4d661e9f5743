/** Drawn by themselves, since a reader's fonts may not have the signs. 16 by 16. */
const PATHS = {
  pending: 'M4 2h8M4 14h8M5 2v2.5L8 8l3-3.5V2M5 14v-2.5L8 8l3 3.5V14',
  question: 'M5.5 6a2.5 2.5 0 1 1 3.6 2.2C8.4 8.600 8 9 8 10M8 13v.3',
  check: 'M3 8.500l3.500 3.500L13 4.500',
  cross: 'M4 4l8 8M12 4l-8 8',
  dot: 'M8 5.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 1 0 0-5',
  arrow: 'M2 8h11M9 4l4 4-4 4',
  warning: 'M8 2 1.500 13.500h13zM8 6.500v3.500M8 12v.2',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  move: 'M3 4h5v8h5M10.500 9.500 13 12l-2.500 2.500',
  pencil: 'M3 13l.7-3L11 2.700l2.300 2.300L6 12.300z',
  tag: 'M2.500 7V2.500H7L13.500 9 9 13.500zM5 5v.1',
  merge: 'M2 3c5 0 4 5 8 5h4M2 13c5 0 4-5 8-5M11.500 5.500 14 8l-2.500 2.500',
  split: 'M2 8h3c4 0 3-5 8-5M5 8c4 0 3 5 8 5',
  ghost: 'M3.500 14V7a4.500 4.500 0 0 1 9 0v7l-2-1.500L8 14l-2.500-1.500z',
} as const;

export type Sign = keyof typeof PATHS;

/** A sign beside a word that says the same. */
export function Icon({ sign }: { readonly sign: Sign }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path d={PATHS[sign]} />
    </svg>
  );
}
