import { highest, levelWords, widest, widthWords } from './access-level.ts'
import type { ReachRow } from './reach-of.ts'

/** How far each role reaches at most, in a few words, by its ARN. */
export function reachWords(rows: readonly ReachRow[]): Record<string, string> {
  const words = new Map<string, string>()
  for (const [arn, own] of Map.groupBy(rows, (row) => row.arn)) {
    if (arn === null) continue
    const cells = own.flatMap((row) => row.cells)
    const level = highest(cells.map((cell) => cell.level))
    const width = widest(cells.filter((cell) => cell.level === level).map((cell) => cell.width))
    if (own.some(({ unread }) => unread !== null)) words.set(arn, 'reach not known')
    else words.set(arn, level && width ? `reaches ${levelWords[level]}, ${widthWords[width]}` : 'reaches nothing')
  }
  return Object.fromEntries(words)
}
