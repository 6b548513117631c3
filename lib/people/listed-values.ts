const DELIMITERS = ['\t', ';', ',', '|']
/** Names of columns that hold identifiers, best first. */
const HEADS = [
  /identity.?id/i,
  /(?:developer.?)?user.?identifier/i,
  /(?:user|customer|member|client).?(?:id|no|number)?$/i,
  /identifier|^id$/i,
  /e-?mail/i,
  /sub|login|name/i,
]
const IDENTIFIES = /@|[\w-]+:[0-9a-f]{8}-|^\d+$/i

/** The values of a pasted column, or of the column of a CSV text that names people. */
export function listedValues(text: string): string[] {
  const lines = text.split(/\r?\n|\r/).filter((line) => line.trim() !== '')
  if (lines.length === 1)
    return text
      .trim()
      .split(/[,;\t]/)
      .filter((cell) => cell.trim() !== '')
  const table = tableOf(lines)
  if (table === null) return lines
  const [head = [], ...body] = table
  const named = HEADS.map((pattern) => head.findIndex((cell) => pattern.test(cell.trim()))).find((at) => at >= 0)
  if (named !== undefined && !head.some((cell) => IDENTIFIES.test(cell.trim()))) return column(body, named)
  const scores = head.map((_, at) => column(table, at).filter((cell) => IDENTIFIES.test(cell.trim())).length)
  const best = scores.indexOf(Math.max(...scores))
  return column(table, best)
}

const column = (rows: readonly string[][], at: number) =>
  rows.flatMap((row) => row[at] ?? []).filter((cell) => cell.trim() !== '')

/** The cells of lines that all have the same number of them; null when no delimiter makes it so. */
function tableOf(lines: readonly string[]): string[][] | null {
  for (const delimiter of DELIMITERS) {
    const rows = lines.map((line) => cellsOf(line, delimiter))
    const width = rows[0]?.length ?? 0
    if (width > 1 && rows.every((row) => row.length === width)) return rows
  }
  return null
}

/** RFC 4180: a quoted cell may hold the delimiter, and two quotes stand for one. */
function cellsOf(line: string, delimiter: string): string[] {
  const cells: string[] = []
  let rest = line
  for (;;) {
    const quoted = /^\s*"((?:[^"]|"")*)"\s*/.exec(rest)
    const after = quoted ? rest.slice(quoted[0].length) : rest
    const isQuoted = quoted !== null && (after === '' || after.startsWith(delimiter))
    const end = rest.indexOf(delimiter)
    const cell = isQuoted ? (quoted[1] ?? '').replaceAll('""', '"') : rest.slice(0, end < 0 ? undefined : end)
    cells.push(cell)
    const next = isQuoted ? after : end < 0 ? '' : rest.slice(end)
    if (next === '') return cells
    rest = next.slice(delimiter.length)
  }
}
