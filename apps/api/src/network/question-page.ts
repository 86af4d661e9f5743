import { createHash } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

const SCRIPT = `
const form = document.querySelector('form');
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const answer = document.querySelector('pre');
  try {
    const variables = JSON.parse(form.variables.value || '{}');
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: form.query.value, variables }),
    });
    answer.textContent = JSON.stringify(await response.json(), null, 2);
  } catch (error) {
    answer.textContent = String(error);
  }
});
`;

const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
textarea { font: 14px/1.4 ui-monospace, monospace; width: 100%; box-sizing: border-box; }
label { display: block; margin-top: 1rem; }
button { font: inherit; margin: 1rem 0; padding: .3rem 1.5rem; }
pre { overflow: auto; border-top: 1px solid; padding-top: 1rem; }
`;

const QUERY = `{
  organisations { slug name position }
}`;

const PAGE = `<!doctype html>
<html lang="sv">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Krönika: GraphQL</title>
<style>${STYLE}</style>
<h1>Krönika: GraphQL</h1>
<p>Ställ en fråga. <span lang="en">Ask a question; the schema describes itself.</span></p>
<form>
<label>Fråga <span lang="en">(query)</span><textarea name="query" rows="14" spellcheck="false">${QUERY}</textarea></label>
<label>Variabler <span lang="en">(variables, JSON)</span><textarea name="variables" rows="3" spellcheck="false"></textarea></label>
<button>Fråga <span lang="en">/ Ask</span></button>
</form>
<pre aria-live="polite"></pre>
<script>${SCRIPT}</script>
</html>
`;

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const POLICY = [
  "default-src 'none'",
  `script-src ${hashOf(SCRIPT)}`,
  `style-src ${hashOf(STYLE)}`,
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Gives a browser that opens the address of GraphQL a page to ask from, which loads nothing from elsewhere. */
export function questionPage(request: Request, response: Response, next: NextFunction): void {
  const opens = request.method === 'GET' && Object.keys(request.query).length === 0;
  if (!opens || !request.headers.accept?.includes('text/html')) {
    next();
    return;
  }
  response.setHeader('Content-Security-Policy', POLICY);
  response.type('html').send(PAGE);
}
