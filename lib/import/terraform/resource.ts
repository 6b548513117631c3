import type { ToldValue } from '../told/told.ts'

/** The pool that a resource says it is of: by id, by address, one that is not in the text, or not told. */
export type PoolTarget = { id: string } | { address: string } | 'elsewhere' | 'untold'

/** A resource by Terraform's own names. */
export type TerraformResource = {
  type: string
  address: string
  values: Readonly<Record<string, ToldValue>>
  notes: string[]
  /** The pool that roles and principal tags say they are of. */
  of: PoolTarget
}

export const POOL = 'aws_cognito_identity_pool'
export const ROLES = `${POOL}_roles_attachment`
export const TAGS = `${POOL}_provider_principal_tag`

/** The types of resources that say something about a pool. */
export const ofPools: readonly string[] = [POOL, ROLES, TAGS]

/** What Terraform itself works out. */
export const computed: ReadonlySet<string> = new Set(['id', 'arn', 'tags_all', 'region', 'identity_pool_id'])
