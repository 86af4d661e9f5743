/** A table as CSV (RFC 4180) with a byte order mark, so that spreadsheets read å, ä and ö. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A text that a spreadsheet would take for a formula is kept from being one (OWASP, "CSV Injection"). */
function cell(text: string): string {
  const safe = /^\s*[=+\-@＝＋－＠\t\r|%]/u.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
