import { like } from '../policies/pattern.ts'
import type { Layers } from '../policies/decide.ts'
import type { PolicyStatement } from '../policies/policy.ts'
import { serviceOf } from './known-action.ts'

/** Whether a pattern of actions may name one of a service. */
const mayName = (pattern: string, service: string): boolean => {
  const of = serviceOf(pattern)
  return of === '' || of === service || (/[*?]/.test(of) && like(of, service))
}

/** The statements about a service, each with the actions alone that may be of it. */
export const statementsAbout = (statements: readonly PolicyStatement[], service: string): PolicyStatement[] =>
  statements.flatMap((statement) => {
    const names = statement.actions.names.filter((pattern) => mayName(pattern, service))
    if (names.length === 0 && !statement.actions.not) return []
    return [{ ...statement, actions: { not: statement.actions.not, names } }]
  })

/**
 * What of the policies is about a service, or null where some layer allows nothing of it. A statement keeps only the
 * actions that may be of the service, so that each of its actions is compared with few.
 */
export function layersOfService({ identity, boundary, session }: Layers, service: string): Layers | null {
  const ofService = (statements: readonly PolicyStatement[]) => statementsAbout(statements, service)
  const layers = {
    identity: identity.map(ofService),
    boundary: boundary === null ? null : ofService(boundary),
    session: session === null ? null : session.map(ofService),
  }
  const allows = (all: readonly PolicyStatement[]) => all.some(({ effect }) => effect === 'Allow')
  const isOpen =
    allows(layers.identity.flat()) &&
    (layers.boundary === null || allows(layers.boundary)) &&
    (layers.session === null || allows(layers.session.flat()))
  return isOpen ? layers : null
}
