import 'server-only'
import { stringify } from 'csv-stringify/sync'
import { pairOf } from './merge-item.ts'

/** The lines of a job as the text of a list that one reads and changes. */
export function listText({ kind, lines }: { kind: string; lines: readonly string[] }): string {
  if (kind !== 'check-merges') return lines.join('\n')
  const pairs = lines.map(pairOf).map(({ source, destination }) => [source, destination])
  return stringify([['source', 'destination'], ...pairs])
}
