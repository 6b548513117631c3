import type { IdentityPool } from '@aws-sdk/client-cognito-identity'

/** A pool as the service describes it. */
export type ServicePool = IdentityPool
