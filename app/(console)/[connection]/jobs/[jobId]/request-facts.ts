import { grouped } from '#lib/core/grouped.ts'

/** The parameters of a job as labels and texts; of lists how long they are, and nothing of what is empty. */
export const requestFacts = (parameters: Record<string, unknown>): { label: string; value: string }[] =>
  Object.entries(parameters).flatMap(([name, value]) => {
    const text = name.endsWith('At') && typeof value === 'number' ? momentSaid(value) : said(value)
    return text === null ? [] : [{ label: labelOf(name), value: text }]
  })

/** "notChangedSince" as "Not changed since". */
function labelOf(name: string): string {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function said(value: unknown): string | null {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number') return grouped(value)
  if (typeof value === 'string') return value === '' ? null : value
  if (Array.isArray(value)) return value.length === 0 ? null : `${grouped(value.length)} in a list`
  if (typeof value !== 'object' || value === null) return null
  const inner = requestFacts(value as Record<string, unknown>)
  return inner.length === 0 ? null : inner.map((fact) => `${fact.label}: ${fact.value}`).join('; ')
}

/** Epoch milliseconds as a time in UTC: "2026-11-27 22:05:13 UTC". */
const momentSaid = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`
