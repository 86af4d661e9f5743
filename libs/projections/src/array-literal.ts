/** Writes a PostgreSQL array literal, element by element. */
export class ArrayLiteral {
  private text = '{';
  private empty = true;

  /** An element that needs no quoting: a number, an id, a date; null is NULL. */
  plain(value: string | number | null): void {
    this.separate();
    this.text += value ?? 'NULL';
  }

  /** Any text; null is NULL. */
  quoted(value: string | null): void {
    this.separate();
    if (value === null) this.text += 'NULL';
    else this.text += `"${SPECIAL.test(value) ? value.replace(/["\\]/g, '\\$&') : value}"`;
  }

  toString(): string {
    return this.text + '}';
  }

  private separate(): void {
    if (this.empty) this.empty = false;
    else this.text += ',';
  }
}

const SPECIAL = /["\\]/;
