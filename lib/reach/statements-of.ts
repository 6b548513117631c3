import { readPolicy, type PolicyStatement } from '../policies/policy.ts'
import type { RolePolicy } from './role-policies.ts'

const known = new WeakMap<RolePolicy, PolicyStatement[]>()

/** The statements of a policy, read once; none of a document that is no policy. */
export function statementsOf(policy: RolePolicy): PolicyStatement[] {
  const before = known.get(policy)
  if (before) return before
  const statements = readPolicy(policy.document) ?? []
  known.set(policy, statements)
  return statements
}
