import type { TrustFinding, TrustUse } from './trust-finding.ts'

/** A role in one use by a pool, as IAM has it. */
export type RoleTrust = {
  arn: string
  users: TrustUse['users']
  exists: boolean
  findings: TrustFinding[]
  /** Whether any condition is about `aud`, the pool. */
  namesAud: boolean
}

/** The roles that a pool uses; `elsewhere` are those of other accounts, of which nothing is known. */
export type RoleTrusts = { roles: RoleTrust[]; elsewhere: string[] }
