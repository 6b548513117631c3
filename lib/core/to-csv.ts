import { stringify } from 'csv-stringify/browser/esm/sync'

/**
 * Lines of cells as CSV (RFC 4180), or separated otherwise. Cells that a spreadsheet would run as formulas are quoted.
 */
export const toCsv = (lines: readonly (readonly string[])[], delimiter = ','): string =>
  stringify(
    lines.map((line) => [...line]),
    { delimiter, escape_formulas: true, quoted_match: /[\r\n]/, record_delimiter: 'windows' },
  )
