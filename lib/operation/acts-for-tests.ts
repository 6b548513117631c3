import type { CognitoIdentityClient } from '@aws-sdk/client-cognito-identity'
import type { Result } from '../core/result.ts'
import { actsOnIdentities } from './acts-on-identities-for-tests.ts'
import { actsOnPools } from './acts-on-pools-for-tests.ts'
import { testsOfAccess } from './tests-of-access-for-tests.ts'

/** A read of an act by its operation; `aside` when the act succeeds without it, and `skip` calls of it come first. */
export type Look = { operation: string; when: 'before' | 'aside'; skip?: number }

export type Prepared = {
  perform: (operationId: string) => Promise<Result<unknown>>
  /** Whether the service has what the act does; null where it keeps nothing of it. */
  isHeld: (() => Promise<boolean>) | null
}

/** A write action through the connection `troubled`, each time on a pool of its own. */
export type Act = {
  /** The call of the service that is the act. */
  write: string
  /** It answers an empty body when all went well. */
  isSilent?: true
  /** Its answer always has an id. */
  hasId?: true
  looks: Look[]
  prepare: (service: CognitoIdentityClient) => Promise<Prepared>
}

export const acts: Record<string, Act> = { ...actsOnPools, ...actsOnIdentities, ...testsOfAccess }
