import { loginLabel } from '../login-providers/login-label.ts'
import { plannedRoles, plannedTags } from './new-pool.ts'
import type { NewPoolSettings } from './schema.ts'

export type CreationStep = { key: string; label: string }

export const ROLES_STEP = 'roles'
export const tagsStep = (provider: string): string => `principal-tags ${provider}`

/** What is done after the pool itself is made: each step is a call of its own and can fail on its own. */
export function laterSteps(settings: NewPoolSettings): CreationStep[] {
  return [
    ...(plannedRoles(settings) ? [{ key: ROLES_STEP, label: 'Set its roles' }] : []),
    ...plannedTags(settings).map(({ provider }) => ({
      key: tagsStep(provider),
      label: `Set the principal tags of ${loginLabel(provider)}`,
    })),
  ]
}
