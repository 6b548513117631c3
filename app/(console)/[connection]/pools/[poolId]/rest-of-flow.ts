import { severityLabel } from '#components/severity-badge.tsx'
import type { Finding } from '#lib/findings/report.ts'
import type { SignInFlow } from '#lib/findings/sign-in-flow.ts'
import { worstFound } from './worst-found.ts'

/** What of a flow is not drawn, with the worst that was found on it: "29 more ways in (1 with a High finding)". */
export function restOfFlow(flow: SignInFlow, drawn: SignInFlow): string {
  const lanes = new Set(drawn.lanes.map(({ key }) => key))
  const roles = new Set(drawn.roles.map(({ key }) => key))
  const ways = flow.lanes.filter(({ key }) => !lanes.has(key)).map(({ found }) => [...found.in, ...found.out])
  const others = flow.roles.filter(({ key }) => !roles.has(key)).map(({ found }) => found)
  const told = [counted(ways, 'more way in', 'more ways in'), counted(others, 'more role', 'more roles')]
  return told.filter(Boolean).join(' and ')
}

function counted(parts: readonly Finding[][], one: string, several: string): string {
  if (parts.length === 0) return ''
  const worst = worstFound(parts.flat())
  const says = `${parts.length} ${parts.length === 1 ? one : several}`
  if (!worst) return says
  const count = parts.filter((found) => worstFound(found) === worst).length
  return `${says} (${count} with a ${severityLabel(worst)} finding)`
}
