import { severities } from '#lib/findings/check.ts'
import type { FlowRole, SignInFlow } from '#lib/findings/sign-in-flow.ts'
import { worstFound } from './worst-found.ts'

const MORE = 'more'

/** The first lanes with the roles that matter most, the other roles as one; the flow itself where it is short anyhow. */
export function shortened(flow: SignInFlow, most: number): SignInFlow {
  const lanes = flow.lanes.slice(0, most)
  const reached = new Set(lanes.flatMap(({ ways }) => ways.map(({ to }) => to)))
  const near =
    flow.lanes.length > most ? flow.roles.filter((role) => reached.has(role.key) || role.isDefault) : flow.roles
  if (near.length <= most) return { ...flow, lanes, roles: near }
  const kept = new Set(byWeight(near, flow).slice(0, most - 1))
  const keys = new Set([...kept].map(({ key }) => key))
  const more = {
    key: MORE,
    arn: null,
    name: `${near.length - kept.size} more roles`,
    detail: 'Not drawn',
    isDefault: false,
    found: [],
  }
  return {
    ...flow,
    roles: [...near.filter((role) => kept.has(role)), more],
    lanes: lanes.map((lane) => ({
      ...lane,
      ways: lane.ways.map((way) => (keys.has(way.to) ? way : { ...way, to: MORE })),
    })),
  }
}

/** Default roles first, then those that most lanes lead to, then by finding. */
function byWeight(roles: readonly FlowRole[], { lanes }: SignInFlow): FlowRole[] {
  const targets = lanes.flatMap(({ ways }) => [...new Set(ways.map(({ to }) => to))])
  const counts = Map.groupBy(targets, (to) => to)
  const reach = ({ key }: FlowRole) => counts.get(key)?.length ?? 0
  return roles.toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault) || reach(b) - reach(a) || rank(a) - rank(b))
}

function rank({ found }: FlowRole): number {
  const worst = worstFound(found)
  return worst ? severities.indexOf(worst) : severities.length
}
