import { useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { kindsIn } from './kinds-in.js';
import { sendFile, type ImportProgress, type ImportTerms, type ImportTold } from './send-file.js';

/** Where an import stands. */
export interface ImportState {
  readonly file: File | null;
  readonly kinds: ReadonlyMap<string, number> | null;
  readonly running: 'preview' | 'import' | null;
  readonly progress: ImportProgress | null;
  readonly told: ImportTold | null;
  readonly error: Error | null;
}

const NOTHING: ImportState = {
  file: null,
  kinds: null,
  running: null,
  progress: null,
  told: null,
  error: null,
};

/** Previews and records files, one at a time; leaving the page stops what is under way. */
export function useImport(slug: string) {
  const [state, setState] = useState(NOTHING);
  const questions = useQueryClient();
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const run = async (file: File, terms: ImportTerms) => {
    stop.current?.abort();
    const own = new AbortController();
    stop.current = own;
    const running = terms.dryRun ? 'preview' : 'import';
    setState((now) => ({ ...now, file, running, progress: null, told: null, error: null }));
    const set = (part: Partial<ImportState>) => {
      if (!own.signal.aborted) setState((now) => ({ ...now, ...part }));
    };
    try {
      if (terms.dryRun) set({ kinds: await kindsIn(file) });
      const told = await sendFile(slug, file, terms, (progress) => set({ progress }), own.signal);
      set({ told, running: null });
    } catch (error) {
      set({ error: error as Error, running: null });
    }
    if (!terms.dryRun) await questions.invalidateQueries();
  };
  const halt = () => {
    stop.current?.abort();
    setState((now) => ({ ...now, running: null }));
  };
  return { state, run, halt };
}
