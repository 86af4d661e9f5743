import { QuestionFailed, type BothLanguages } from '../../graphql/question-failed.js';

export interface ImportError {
  readonly line: number | null;
  readonly field: string | null;
  readonly code: string;
  readonly messages: BothLanguages;
  readonly date: string | null;
  readonly units: readonly { readonly id: string; readonly name: string | null }[];
}

export interface ImportProgress {
  readonly recorded: number;
  readonly skipped: number;
  readonly lines: number;
  readonly of: number;
}

export interface ImportResult {
  readonly dryRun: boolean;
  readonly recorded: number;
  readonly skipped: number;
  readonly position: number;
  /** How many errors there are; at most a thousand are told. */
  readonly errors: number;
}

export interface ImportTold {
  readonly result: ImportResult;
  readonly errors: readonly ImportError[];
}

export interface ImportTerms {
  readonly dryRun: boolean;
  readonly backdate: boolean;
  /** Empty: the usual scheme of keys. */
  readonly keys: string;
}

interface Line {
  readonly progress?: ImportProgress;
  readonly error?: ImportError;
  readonly result?: ImportResult;
  readonly failed?: { readonly code: string; readonly messages: BothLanguages };
  readonly errors?: readonly {
    readonly extensions: { readonly code: string; readonly messages: BothLanguages };
  }[];
}

/**
 * Sends a file and listens to how far it comes.
 * @throws QuestionFailed when it does not get through or is refused as a whole
 */
export async function sendFile(
  slug: string,
  file: File,
  terms: ImportTerms,
  onProgress: (progress: ImportProgress) => void,
  signal: AbortSignal,
): Promise<ImportTold> {
  const response = await send(slug, file, terms, signal);
  const requestId = response.headers.get('x-request-id');
  const errors: ImportError[] = [];
  for await (const line of linesOf(response)) {
    const refused = line.failed ?? line.errors?.[0]?.extensions;
    if (refused !== undefined) throw new QuestionFailed(refused.code, refused.messages, requestId);
    if (line.progress !== undefined) onProgress(line.progress);
    if (line.error !== undefined) errors.push(line.error);
    if (line.result !== undefined) return { result: line.result, errors };
  }
  throw new QuestionFailed('UNREADABLE', null, requestId);
}

async function send(slug: string, file: File, terms: ImportTerms, signal: AbortSignal): Promise<Response> {
  const query = new URLSearchParams();
  if (terms.dryRun) query.set('dryRun', '1');
  if (terms.backdate) query.set('backdate', '1');
  if (terms.keys !== '') query.set('keys', terms.keys);
  try {
    return await fetch(`/import/${encodeURIComponent(slug)}?${query.toString()}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson', 'accept-language': document.documentElement.lang },
      body: file,
      signal,
    });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new QuestionFailed('UNREACHABLE', null, null);
  }
}

async function* linesOf(response: Response): AsyncGenerator<Line, void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let piece = await reader?.read(); piece?.done === false; piece = await reader?.read()) {
    const lines = (rest + piece.value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as Line;
  }
  if (rest.trim() !== '') yield JSON.parse(rest) as Line;
}
