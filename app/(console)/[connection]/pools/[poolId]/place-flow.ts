import type { FlowRole, Lane, SignInFlow } from '#lib/findings/sign-in-flow.ts'

/** The height of a lane and of a role, in 16ths of a rem. */
export const ROW = 52

/** A line from a gate to a role, from height to height. `dotted`: when nothing else matches, or never now. */
export type FlowEdge = {
  key: string
  lane: string
  role: string
  from: number
  to: number
  dashed: boolean
  dotted: boolean
}

/** Where all of a flow stands: heights of middles, in the units of `ROW`. */
export type PlacedFlow = {
  height: number
  lanes: { lane: Lane; middle: number }[]
  roles: { role: FlowRole; middle: number }[]
  edges: FlowEdge[]
}

/** Lanes in their order, each role as near as can be to the middle of the lanes that lead to it. */
export function placeFlow({ lanes, roles }: SignInFlow): PlacedFlow {
  const height = Math.max(lanes.length, roles.length) * ROW
  const top = (height - lanes.length * ROW) / 2
  const placed = lanes.map((lane, index) => ({ lane, middle: top + (index + 0.5) * ROW }))
  const standing = placeRoles(roles, placed, height)
  const at = new Map(standing.map(({ role, middle }) => [role.key, middle]))
  return { height, lanes: placed, roles: standing, edges: placed.flatMap((one) => edgesOf(one, at)) }
}

function placeRoles(roles: FlowRole[], lanes: PlacedFlow['lanes'], height: number): PlacedFlow['roles'] {
  const wanted = roles.map((role) => {
    const from = lanes.filter(({ lane }) => lane.ways.some(({ to }) => to === role.key)).map(({ middle }) => middle)
    const middle = from.length === 0 ? height : from.reduce((sum, one) => sum + one, 0) / from.length
    return { role, middle }
  })
  const sorted = wanted.toSorted((a, b) => a.middle - b.middle)
  let above = -ROW / 2
  const down = sorted.map(({ role, middle }) => {
    above = Math.max(middle, above + ROW)
    return { role, middle: above }
  })
  let below = height + ROW / 2
  return down
    .toReversed()
    .map(({ role, middle }) => {
      below = Math.min(middle, below - ROW)
      return { role, middle: below }
    })
    .toReversed()
}

function edgesOf({ lane, middle }: PlacedFlow['lanes'][number], at: ReadonlyMap<string, number>): FlowEdge[] {
  const ways = new Map(lane.ways.map((way) => [`${lane.key} ${way.by} ${way.to}`, way]))
  return [...ways].flatMap(([key, { to, by }]) => {
    const end = at.get(to)
    const dotted = by === 'otherwise' || by === 'unused'
    return end === undefined
      ? []
      : [{ key, lane: lane.key, role: to, from: middle, to: end, dashed: lane.kind === 'guest', dotted }]
  })
}
