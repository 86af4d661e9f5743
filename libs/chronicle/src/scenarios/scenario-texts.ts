const NAME = /^[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]{1,200}$/u;
// A description may have lines.
// eslint-disable-next-line no-control-regex
const DESCRIPTION = /^[^\u0000-\u0008\u000b-\u001f\p{Cs}\u202a-\u202e\u2066-\u2069]{0,5000}$/u;

/** A scenario's name as it is kept; undefined: it cannot be. */
export function scenarioName(text: string): string | undefined {
  const name = text.trim().normalize('NFC');
  return NAME.test(name) ? name : undefined;
}

/** A scenario's description as it is kept; undefined: it cannot be. */
export function scenarioDescription(text: string): string | undefined {
  const description = text.trim().normalize('NFC');
  return DESCRIPTION.test(description) ? description : undefined;
}
