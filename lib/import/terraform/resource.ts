import type { Unmade } from '../described/unmade.ts'
import type { ToldValue } from '../told/told.ts'

/** The pool that a resource says it is of: by id, by address, one that is not in the text, or not told. */
export type PoolTarget = { id: string } | { address: string } | 'elsewhere' | 'untold'

/** A resource by Terraform's own names. */
export type TerraformResource = {
  type: PartOfPool
  /** Whose provider makes it: `aws` names a basic flow and gives default tags, `awscc` does neither. */
  provider: 'aws' | 'awscc'
  address: string
  values: Readonly<Record<string, ToldValue>>
  notes: string[]
  /** Why there is none of it; null where there is. */
  unmade: Unmade | null
  /** The pool that roles and principal tags say they are of. */
  of: PoolTarget
}

export const POOL = 'aws_cognito_identity_pool'
export const ROLES = 'aws_cognito_identity_pool_roles_attachment'
export const TAGS = 'aws_cognito_identity_pool_provider_principal_tag'

type PartOfPool = typeof POOL | typeof ROLES | typeof TAGS

const kinds = new Map<string, Pick<TerraformResource, 'type' | 'provider'>>([
  [POOL, { type: POOL, provider: 'aws' }],
  [ROLES, { type: ROLES, provider: 'aws' }],
  [TAGS, { type: TAGS, provider: 'aws' }],
  ['awscc_cognito_identity_pool', { type: POOL, provider: 'awscc' }],
  ['awscc_cognito_identity_pool_role_attachment', { type: ROLES, provider: 'awscc' }],
  ['awscc_cognito_identity_pool_principal_tag', { type: TAGS, provider: 'awscc' }],
])

/** What a type of resource says of a pool, whichever provider it is of; undefined for any other. */
export const kindOf = (type: string | undefined) => kinds.get(type ?? '')

/** What Terraform itself works out. */
export const computed: ReadonlySet<string> = new Set(['id', 'arn', 'tags_all', 'region', 'identity_pool_id'])
