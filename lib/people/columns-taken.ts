import { isolated } from '../core/isolated.ts'
import type { TakenColumns } from './listed-values.ts'

/** What was taken of a table, in words. */
export function columnsTaken({ taken, leftOut, hasHead }: TakenColumns): string {
  const names = taken.map(isolated)
  const list = names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
  return [
    `Each line is one person, by ${list}.`,
    hasHead ? 'The first line names the columns.' : '',
    leftOut.length > 0
      ? `Left out: ${leftOut.map(isolated).join(', ')}. To look a column up that was left out, paste it alone.`
      : '',
  ]
    .filter(Boolean)
    .join(' ')
}
