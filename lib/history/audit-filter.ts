import { auditOutcomes, type AuditOutcome } from './audit-entry.ts'

export type AuditFilter = { text: string; connection: string | null; outcome: AuditOutcome | null }

/** The filter that an address has; what it does not know is left out. */
export function auditFilter(search: URLSearchParams): AuditFilter {
  const outcome = search.get('outcome')
  return {
    text: search.get('q') ?? '',
    connection: search.get('connection') || null,
    outcome: auditOutcomes.find((known) => known === outcome) ?? null,
  }
}

/** The same as an address has it, `?` included; empty when everything is shown. */
export function auditFilterQuery({ text, connection, outcome }: AuditFilter): string {
  const search = new URLSearchParams()
  if (text !== '') search.set('q', text)
  if (connection !== null) search.set('connection', connection)
  if (outcome !== null) search.set('outcome', outcome)
  return search.size > 0 ? `?${search.toString()}` : ''
}
