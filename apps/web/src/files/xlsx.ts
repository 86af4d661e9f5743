import writeXlsxFile from 'write-excel-file/universal';

/** As wide as a column may become, in letters. */
const WIDEST = 60;

/** A table as a workbook of one sheet, with its first row as the head. Every cell is text, so that none is a formula. */
export function xlsxOf(name: string, rows: readonly (readonly string[])[]): Promise<Blob> {
  const [head = []] = rows;
  const cells = rows.map((row, index) =>
    row.map((value) =>
      value === '' ? null : { value, type: String, ...(index === 0 ? { fontWeight: 'bold' as const } : {}) },
    ),
  );
  const columns = head.map((_, at) => ({
    width: Math.min(WIDEST, 2 + rows.reduce((most, row) => Math.max(most, row[at]?.length ?? 0), 0)),
  }));
  return writeXlsxFile(cells, { sheet: sheetName(name), columns, stickyRowsCount: 1 }).toBlob();
}

/** At most 31 letters, and none that a sheet may not have in its name. */
function sheetName(name: string): string {
  return (
    name
      .replace(/[[\]:*?/\\]/g, ' ')
      .slice(0, 31)
      .trim() || '1'
  );
}
