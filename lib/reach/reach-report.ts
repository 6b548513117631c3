import { accessLevels, type AccessLevel } from './access-level.ts'
import type { CredentialLife } from './credential-life.ts'
import type { ReachRow } from './reach-of.ts'
import { EVERY_SERVICE } from './reach-of-role.ts'
import type { RolePolicies } from './role-policies.ts'

/** What a pool's people reach, and the policies that say so. `readAt`: epoch milliseconds. */
export type ReachReport = {
  poolId: string
  name: string
  rows: ReachRow[]
  policies: RolePolicies[]
  /** How long credentials live that were handed out. */
  life: CredentialLife
  /** Cognito's ceiling for guests, and the day on which it was seen. */
  ceiling: { name: string; version: string; seen: string; source: string }[]
  readAt: number
}

/** The services that somebody reaches, those with the highest level first; every other one last. */
export function servicesOf(rows: readonly ReachRow[]): string[] {
  const levels = new Map<string, AccessLevel>()
  for (const { service, level } of rows.flatMap(({ cells }) => cells)) {
    const known = levels.get(service)
    if (known === undefined || accessLevels.indexOf(level) > accessLevels.indexOf(known)) levels.set(service, level)
  }
  const rank = (service: string) => accessLevels.indexOf(levels.get(service) ?? 'list')
  return [...levels.keys()].toSorted((one, other) => {
    if ((one === EVERY_SERVICE) !== (other === EVERY_SERVICE)) return one === EVERY_SERVICE ? 1 : -1
    return rank(other) - rank(one) || one.localeCompare(other)
  })
}
