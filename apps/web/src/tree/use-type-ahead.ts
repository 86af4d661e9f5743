import { useMemo } from 'react';

/** Milliseconds after which typing begins a new word. */
const PAUSE = 700;

/** The beginning of a name that is being typed. */
export interface TypeAhead {
  /** Whether somebody is in the middle of a word, where a space is a letter like others. */
  isTyping(): boolean;
  /** The beginning with one more letter; the same letter again begins anew. */
  add(letter: string): string;
}

/** Collects letters that are typed one after another. */
export function useTypeAhead(): TypeAhead {
  return useMemo(() => typeAheadOf(clock), []);
}

const clock = () => Date.now();

export function typeAheadOf(now: () => number): TypeAhead {
  let text = '';
  let at = -Infinity;
  const isTyping = () => text !== '' && now() - at < PAUSE;
  return {
    isTyping,
    add(letter) {
      text = isTyping() && text !== letter ? text + letter : letter;
      at = now();
      return text;
    },
  };
}
