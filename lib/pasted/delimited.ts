const DELIMITERS = ['\t', ';', ',', '|']

type IsHead = (cells: readonly string[]) => boolean

/** The cells of lines by the delimiter that fits all of them; null when none does. `isHead`: whether cells name columns. */
export function tableOf(lines: readonly string[], isHead: IsHead): string[][] | null {
  const delimiter = delimiterOf(lines, isHead)
  return delimiter === null ? null : lines.map((line) => cellsOf(line, delimiter))
}

/** What stands between the cells of all lines; null when nothing does. */
export function delimiterOf(lines: readonly string[], isHead: IsHead): string | null {
  const fits = (delimiter: string) => {
    const rows = lines.map((line) => cellsOf(line, delimiter))
    const [head = []] = rows
    return (
      head.length > 1 && rows.every((row) => row.length === head.length || (isHead(head) && row.length < head.length))
    )
  }
  return DELIMITERS.find(fits) ?? null
}

/** What stands between the cells of most lines, which have as many of them; null when nothing does. */
export function delimiterOfMost(lines: readonly string[]): string | null {
  const among = (delimiter: string): number => {
    const lengths = lines.map((line) => cellsOf(line, delimiter).length)
    const usual = usualOf(lengths)
    return usual > 1 ? lengths.filter((length) => length === usual).length : 0
  }
  const [best] = DELIMITERS.map((delimiter) => ({ delimiter, fits: among(delimiter) })).toSorted(
    (one, other) => other.fits - one.fits,
  )
  return best && best.fits > lines.length / 2 ? best.delimiter : null
}

/** The one in the middle of numbers, which is that of most of them where most are the same. */
export const usualOf = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0

/** RFC 4180: a quoted cell may hold the delimiter, and two quotes stand for one. */
export function cellsOf(line: string, delimiter: string): string[] {
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
