import type { ContextOf } from '../policies/context.ts'
import { layersOf, type Layers } from '../policies/decide.ts'
import { highest, widest, type AccessLevel, type Width } from './access-level.ts'
import { isOfData } from './isolation.ts'
import { serviceOf, type ActionData, type KnownAction } from './known-action.ts'
import { layersOfService } from './layers-of-service.ts'
import { placedIn, reachOfAction, type StatementPlace } from './reach-of-action.ts'

/** An action that a role reaches. `certain`: without a condition that may fail; `ofData`: it is about what users have. */
export type ReachedAction = { action: string; level: AccessLevel; width: Width; certain: boolean; ofData?: true }

/** What a role reaches of one service; of `*`, of every service that no policy names. */
export type ReachCell = {
  service: string
  level: AccessLevel
  width: Width
  actions: ReachedAction[]
  by: StatementPlace[]
}

/** Stands for every service that no policy names. */
export const EVERY_SERVICE = '*'

const anyOther: KnownAction = {
  service: EVERY_SERVICE,
  action: '\u0000:\u0000',
  level: 'permissions',
  resources: ['arn:${Partition}:${Service}:${Region}:${Account}:${Name}'],
  keys: [],
}

/** The services that policies name, a pattern such as `s3*:*` for those that it fits. */
export function servicesNamed(layers: Layers, known: readonly string[]): string[] {
  const named = layersOf(layers).flatMap(([, policies]) =>
    policies.flat().flatMap(({ actions }) => actions.names.map(serviceOf)),
  )
  const exact = new Set(named.filter((service) => service !== '' && !/[*?]/.test(service)))
  return known.filter((service) => exact.has(service))
}

/** What a role reaches, service by service in the order of the alphabet, at most. */
export function reachOfRole(layers: Layers, data: ActionData, session: ContextOf): ReachCell[] {
  const services = [...data.keys()].toSorted()
  const cells = services.map((service) => cellOf(service, data.get(service) ?? [], { layers, session }))
  const others = cellOf(EVERY_SERVICE, [anyOther], { layers, session })
  return [...cells, others].filter((cell) => cell !== null)
}

function cellOf(
  service: string,
  actions: readonly KnownAction[],
  { layers, session }: { layers: Layers; session: ContextOf },
): ReachCell | null {
  const about = layersOfService(layers, service)
  if (about === null) return null
  const asked = { actions, layers: placedIn(about), session }
  const reached = actions.flatMap((known) => {
    const reach = reachOfAction(known, asked)
    return reach === null ? [] : [{ known, reach }]
  })
  const level = highest(reached.map(({ known }) => known.level))
  const width = widest(reached.map(({ reach }) => reach.width))
  if (level === null || width === null) return null
  const by = new Map(reached.flatMap(({ reach }) => reach.by.map((at) => [`${at.layer} ${at.policy} ${at.place}`, at])))
  return {
    service,
    level,
    width,
    actions: reached.map(({ known, reach: { width: wide, certain } }) => ({
      action: service === EVERY_SERVICE ? '*' : known.action,
      level: known.level,
      width: wide,
      certain,
      ...(isOfData(known) && { ofData: true as const }),
    })),
    by: [...by.values()],
  }
}
