import { auditOutcomes, type AuditOutcome } from './audit-entry.ts'
import { beginOf, endOf, isMoment } from './moment.ts'

/** What is asked of the log. Texts are empty and the others null where nothing is asked. */
export type AuditFilter = {
  /** Days or hours in UTC, both included: `2026-11-03`, `2026-11-03T14`. */
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

const texts = ['operation', 'actor', 'pool', 'identity', 'user', 'text', 'reason'] as const

/** What an address asks for that no filter can have, a sentence each. */
export function unreadFilter(search: URLSearchParams): string[] {
  const days = (['from', 'to'] as const).flatMap((name) => {
    const given = search.get(name)
    return given && !isMoment(given) ? [`“${given}” is not a day for “${name}”: one looks like 2026-11-03.`] : []
  })
  const outcome = search.get('outcome')
  if (!outcome || auditOutcomes.some((known) => known === outcome)) return days
  return [...days, `“${outcome}” is no outcome: there are ${auditOutcomes.join(', ')}.`]
}

/** Whether a filter asks for a time that ends before it begins. */
export const endsBeforeItBegins = ({ from, to }: Pick<AuditFilter, 'from' | 'to'>): boolean =>
  from !== null && to !== null && beginOf(from) > endOf(to)

/** The filter that an address has; what it does not know is left out, and told by `unreadFilter`. */
export function auditFilter(search: URLSearchParams): AuditFilter {
  const moment = (name: string) => [search.get(name) ?? ''].find(isMoment) ?? null
  const outcome = search.get('outcome')
  return {
    ...everything,
    ...Object.fromEntries(texts.map((name) => [name, search.get(name) ?? ''])),
    from: moment('from'),
    to: moment('to'),
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
