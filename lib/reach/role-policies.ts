import type { ErrorShape } from '../core/errors.ts'

/** A policy of a role as IAM has it; `arn` and `version` are null for one that stands in the role itself. */
export type RolePolicy = { name: string; arn: string | null; version: string | null; document: string }

/** All that a role's identity says of what it may do; `maxSeconds`: how long a session may be, null where IAM does not tell. */
export type KnownPolicies = {
  policies: RolePolicy[]
  boundary: RolePolicy | null
  trust: string
  maxSeconds: number | null
}

/** What a role may do as far as IAM was read. "Not known" is never "nothing". */
export type RolePolicies = { arn: string } & (
  | { known: true; value: KnownPolicies }
  | { known: false; error: ErrorShape }
)
