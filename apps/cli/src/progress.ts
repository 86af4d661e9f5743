const OFTEN = 200;

/** A line on the terminal that is written over; nothing if stderr is no terminal. */
export function progressLine(): (text: string) => void {
  let shown = 0;
  return (text) => {
    const now = Date.now();
    if (!process.stderr.isTTY || now - shown < OFTEN) return;
    shown = now;
    process.stderr.write(`\r\u001b[K${text}`);
  };
}

export function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
}
