import type { AuditEntry } from './audit-entry.ts'
import { changeSentence } from './change-sentence.ts'
import { holdsWords } from './changes-hold.ts'

const counted = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`

/** "10,200 in 170 batches" and, where not all went well, what came of them. */
export function runSummary({ run }: AuditEntry): string | null {
  if (!run) return null
  const { batches, identities, outcomes } = run
  const inBatches = counted(batches, 'batch', 'batches')
  const parts = Object.entries(outcomes).filter(([, count]) => count > 0)
  const mixed = parts.length > 1 ? `: ${parts.map(([outcome, count]) => `${count} ${outcome}`).join(', ')}` : ''
  return `${identities > 0 ? `${identities.toLocaleString('en')} in ${inBatches}` : inBatches}${mixed}`
}

/**
 * An entry in one line: what it changed, what was looked for first, or why it did not. Empty where the operation says
 * it all.
 */
export function entrySummary(entry: AuditEntry, words: readonly string[] = []): string {
  const { error, changes, identityIds, outcome } = entry
  const run = runSummary(entry)
  if (run !== null) return run
  if (error) return error.message
  const wanted = changes.filter((change) => words.length > 0 && holdsWords(change, words))
  const named = wanted[0] ?? (identityIds.length > 1 ? undefined : changes[0])
  if (named) {
    const others = changes.length - 1
    if (named.isAnswer) return changes.map(changeSentence).join(', ')
    return `${changeSentence(named)}${others > 0 ? `, and ${counted(others, 'more change', 'more changes')}` : ''}`
  }
  if (identityIds.length > 1) return counted(identityIds.length, 'identity', 'identities')
  return outcome === 'unknown' ? 'No outcome was recorded' : ''
}
