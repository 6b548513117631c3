import { allChecks, checkById } from './all-checks.ts'
import { severities } from './check.ts'

const order = new Map(allChecks.map(({ id }, index) => [id, index]))

/** Worst first, then in the order of the documentation. */
export function bySeverity(a: { checkId: string }, b: { checkId: string }): number {
  return rank(a) - rank(b) || (order.get(a.checkId) ?? 0) - (order.get(b.checkId) ?? 0)
}

function rank({ checkId }: { checkId: string }): number {
  const check = checkById(checkId)
  return check ? severities.indexOf(check.severity) : severities.length
}
