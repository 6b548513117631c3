import type { AuditEntry } from './audit-entry.ts'
import { changeSentence } from './change-sentence.ts'
import { operationOf } from './as-run.ts'
import { holdsWords } from './changes-hold.ts'
import { operationLabel } from './operation-label.ts'
import { grouped } from '../core/grouped.ts'

const counted = (count: number, one: string, many: string) => `${grouped(count)} ${count === 1 ? one : many}`

/**
 * "10,200 in 170 batches", "3 pools" of one change of several, or "4 identities on 2 connections" of an erasure, and,
 * where not all went well, what came of its operations.
 */
export function runSummary({ run }: Pick<AuditEntry, 'run'>): string | null {
  if (!run) return null
  const { batches, identities, pools, outcomes, isErasure, connectionIds } = run
  const steps = isErasure ? ' of its steps' : ''
  const parts = Object.entries(outcomes).filter(([, count]) => count > 0)
  const mixed = parts.length > 1 ? `: ${parts.map(([outcome, count]) => `${count}${steps} ${outcome}`).join(', ')}` : ''
  if (isErasure) {
    const places = connectionIds.length > 1 ? ` on ${connectionIds.length} connections` : ''
    return `${counted(identities, 'identity', 'identities')}${places}${mixed}`
  }
  if (identities === 0 && pools > 1) return `${counted(pools, 'pool', 'pools')}${mixed}`
  const inBatches = counted(batches, 'batch', 'batches')
  return `${identities > 0 ? `${grouped(identities)} in ${inBatches}` : inBatches}${mixed}`
}

/** An entry as a heading, with what its run came to where it stands for one. */
export function entryTitle(entry: Pick<AuditEntry, 'run' | 'operation'>): string {
  const summary = runSummary(entry)
  return `${operationLabel(operationOf(entry))}${summary ? ` · ${summary}` : ''}`
}

/**
 * An entry in one line: what it changed, what was looked for first, or why it did not. Empty where the operation says
 * it all.
 */
export function entrySummary(entry: AuditEntry, words: readonly string[] = []): string {
  const { operation, error, changes, identityIds, outcome } = entry
  const run = runSummary(entry)
  if (run !== null) return run
  if (error) return error.message
  const wanted = changes.filter((change) => words.length > 0 && holdsWords(change, words))
  const isOfMany = identityIds.length > 1 && operation !== 'ErasePerson'
  const named = wanted[0] ?? (isOfMany ? undefined : changes[0])
  if (named) {
    const others = changes.length - 1
    if (named.isAnswer) return changes.map(changeSentence).join(', ')
    return `${changeSentence(named)}${others > 0 ? `, and ${counted(others, 'more change', 'more changes')}` : ''}`
  }
  if (identityIds.length > 1) return counted(identityIds.length, 'identity', 'identities')
  return outcome === 'unknown' ? 'No outcome was recorded' : ''
}
