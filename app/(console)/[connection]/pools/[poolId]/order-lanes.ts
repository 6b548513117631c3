import { severities } from '#lib/findings/check.ts'
import { GUESTS, type Lane, type SignInFlow } from '#lib/findings/sign-in-flow.ts'
import { worstFound } from './worst-found.ts'

/** A flow of more than `most` lanes with those first that matter most: guests, then by finding, then by rules. */
export function withLanesOrdered(flow: SignInFlow, most: number): SignInFlow {
  if (flow.lanes.length <= most) return flow
  const lanes = flow.lanes.toSorted(
    (a, b) => Number(b.key === GUESTS) - Number(a.key === GUESTS) || rank(a) - rank(b) || b.gate.rules - a.gate.rules,
  )
  return { ...flow, lanes }
}

function rank({ found }: Lane): number {
  const worst = worstFound([...found.in, ...found.out])
  return worst ? severities.indexOf(worst) : severities.length
}
