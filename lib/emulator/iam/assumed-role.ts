import { entityId } from '../state/entity-id.ts'
import { partsOfRoleArn, roleNamed } from '../state/iam-roles.ts'
import type { Store } from '../state/store.ts'

/** How STS calls a session of a role, the role's path left out; `id` begins with the role's own. */
export function assumedRole(store: Store, roleArn: string, session: string): { Arn: string; id: string } {
  const { account, name } = partsOfRoleArn(roleArn)
  const id = roleNamed(store, name)?.id ?? entityId('AROA', name)
  return { Arn: `arn:aws:sts::${account}:assumed-role/${name}/${session}`, id: `${id}:${session}` }
}
