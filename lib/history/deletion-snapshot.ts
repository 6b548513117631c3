import type { Snapshot } from '../code/snapshot.ts'
import { loginLabel } from '../login-providers/login-label.ts'
import { closedSettings } from '../pools/each-setting.ts'
import type { StoredDeletion } from './stored-deletion.ts'

/** A deleted pool as something to make anew; what was not kept of it is as a pool is that lets in nobody. */
export const deletionSnapshot = ({ pool, roles, principalTags }: StoredDeletion): Snapshot => ({
  pool: { ...closedSettings, ...pool },
  roles: roles ?? { authenticated: null, unauthenticated: null, mappings: [] },
  principalTags,
})

/** What a pool made from the entry will lack, one sentence each. */
export const notKept = ({ notRead }: StoredDeletion): string[] => [
  ...notRead.map(({ part, provider, code }) => {
    const what =
      part === 'roles'
        ? 'Roles and role mappings'
        : provider === null
          ? 'Principal tags'
          : `Principal tags of ${loginLabel(provider)}`
    return code === 'NOT_KEPT'
      ? `${what}: the version of Lifeguard that deleted the pool did not keep them.`
      : `${what}: they could not be read when the pool was deleted (${code}).`
  }),
  'Principal tags of login providers that had left the pool: they are known only where a role mapping named the provider, since nothing else lists them.',
]
