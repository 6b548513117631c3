import 'server-only'
import { DescribeIdentityCommand, type IdentityDescription } from '@aws-sdk/client-cognito-identity'
import type { Cognito } from './bound-cognito.ts'

/** One identity as the service describes it. Errors: `NOT_FOUND`. */
export const readIdentity = (cognito: Cognito, identityId: string): Promise<IdentityDescription> =>
  cognito.send(new DescribeIdentityCommand({ IdentityId: identityId }))
