import type { AuditEntry } from './audit-entry.ts'
import type { StoredConfiguration } from './stored-configuration.ts'

/** What an act replaced: of several steps that changed the same the first has it. */
export function undoable(
  entries: readonly AuditEntry[],
  operationId: string,
): { stored: StoredConfiguration; startedAt: number }[] {
  const steps = entries
    .filter((entry) => entry.operationId === operationId || entry.operationId.startsWith(`${operationId}-`))
    .filter(({ outcome }) => outcome === 'succeeded')
    .toSorted((one, other) => one.sequence - other.sequence)
  const first = new Map<string, { stored: StoredConfiguration; startedAt: number }>()
  for (const { before, startedAt } of steps)
    if (before && !first.has(nameOf(before))) first.set(nameOf(before), { stored: before, startedAt })
  return [...first.values()]
}

const nameOf = (stored: StoredConfiguration): string =>
  stored.kind === 'principal-tags' ? `${stored.kind} ${stored.principalTags.provider}` : stored.kind
