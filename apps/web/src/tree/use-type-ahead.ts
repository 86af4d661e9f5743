import { useRef } from 'react';

/** Milliseconds after which typing begins a new word. */
const PAUSE = 700;

/** Collects letters that are typed one after another to the beginning of a name. */
export function useTypeAhead(): (letter: string) => string {
  const typed = useRef({ text: '', at: 0 });
  return (letter) => {
    const now = Date.now();
    const last = typed.current;
    const goesOn = now - last.at < PAUSE && last.text !== letter;
    typed.current = { text: goesOn ? last.text + letter : letter, at: now };
    return typed.current.text;
  };
}
