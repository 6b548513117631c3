import { auditOutcomes, type AuditOutcome } from './audit-entry.ts'

/** What is asked of the log. Texts are empty and the others null where nothing is asked. */
export type AuditFilter = {
  /** Days in UTC, both included: `2026-11-03`. */
  from: string | null
  to: string | null
  /** Of its words shown or the API's name. */
  operation: string
  actor: string
  /** Of a name that it has or had, or its id. */
  pool: string
  /** An identity id. */
  identity: string
  /** A developer user identifier, exactly. */
  user: string
  /** Words that one change of the entry holds. */
  text: string
  reason: string
  connection: string | null
  outcome: AuditOutcome | null
}

export const everything: AuditFilter = {
  from: null,
  to: null,
  operation: '',
  actor: '',
  pool: '',
  identity: '',
  user: '',
  text: '',
  reason: '',
  connection: null,
  outcome: null,
}

export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))

const texts = ['operation', 'actor', 'pool', 'identity', 'user', 'text', 'reason'] as const

/** The filter that an address has; what it does not know is left out. */
export function auditFilter(search: URLSearchParams): AuditFilter {
  const day = (name: string) => [search.get(name) ?? ''].find(isDay) ?? null
  const outcome = search.get('outcome')
  return {
    ...everything,
    ...Object.fromEntries(texts.map((name) => [name, search.get(name) ?? ''])),
    from: day('from'),
    to: day('to'),
    connection: search.get('connection') || null,
    outcome: auditOutcomes.find((known) => known === outcome) ?? null,
  }
}

/** The same as an address has it, `?` included; empty when everything is shown. */
export function auditFilterQuery(filter: Partial<AuditFilter>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...everything, ...filter })) if (value) search.set(name, value)
  return search.size > 0 ? `?${search.toString()}` : ''
}
