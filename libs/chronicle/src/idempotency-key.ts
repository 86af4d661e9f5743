/** Whether a command may be done once under a key: 1 to 200 characters, none of them a control character. */
export function isIdempotencyKey(key: string): boolean {
  return /^[^\p{C}]{1,200}$/u.test(key);
}
