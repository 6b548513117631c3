import { checkById } from '#lib/findings/all-checks.ts'
import { severities, type Severity } from '#lib/findings/check.ts'
import type { Finding } from '#lib/findings/report.ts'

/** The worst of what was found; undefined where nothing was. */
export const worstFound = (found: readonly Finding[]): Severity | undefined => {
  const all = new Set(found.map(({ checkId }) => checkById(checkId)?.severity))
  return severities.find((severity) => all.has(severity))
}
