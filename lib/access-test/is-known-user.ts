import 'server-only'
import type { Cognito } from '../aws/send.ts'
import { homeOfUser } from '../developer-identities/service.ts'

/** Whether a pool knows a developer user; null when it does not say. */
export const isKnownUser = (cognito: Cognito, poolId: string, userIdentifier: string): Promise<boolean | null> =>
  homeOfUser(cognito, poolId, userIdentifier).then(
    (home) => home !== null,
    () => null,
  )
