import { decide, type Decision } from './decide.ts'
import { readPolicy, type PolicyStatement } from './policy.ts'

/** Policies as objects or as JSON; a key that stands in neither `context` nor `absent` is unknown. */
export type ReachRequest = {
  identity: readonly unknown[]
  boundary?: unknown
  session?: readonly unknown[]
  action: string
  resource: string
  context?: Readonly<Record<string, unknown>>
  absent?: readonly string[]
}

const read = (policy: unknown): readonly PolicyStatement[] => readPolicy(policy) ?? []

/** Asks the engine about one request. A document that is no policy says nothing. */
export function decideRequest({
  identity,
  boundary,
  session = [],
  action,
  resource,
  context = {},
  absent = [],
}: ReachRequest): Decision {
  const layers = {
    identity: identity.map(read),
    boundary: boundary === undefined || boundary === null ? null : read(boundary),
    session: session.length === 0 ? null : session.map(read),
  }
  return decide(layers, { action, resource, context, absent })
}
