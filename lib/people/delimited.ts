const DELIMITERS = ['\t', ';', ',', '|']

/** The cells of lines by the delimiter that fits all of them; null when none does. `isHead`: whether cells name columns. */
export function tableOf(lines: readonly string[], isHead: (cells: readonly string[]) => boolean): string[][] | null {
  for (const delimiter of DELIMITERS) {
    const rows = lines.map((line) => cellsOf(line, delimiter))
    const [head = []] = rows
    const fits = rows.every((row) => row.length === head.length || (isHead(head) && row.length < head.length))
    if (head.length > 1 && fits) return rows
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
