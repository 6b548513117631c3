import 'server-only'
import { ListIdentitiesCommand } from '@aws-sdk/client-cognito-identity'
import { withoutMarker } from '../identities/identity.ts'
import type { Cognito } from './bound-cognito.ts'
import { PAGE_SIZE } from './limits.ts'

/**
 * The login providers of a pool's first 60 identities; `whole` is false when it has more of them. One call, since
 * `ListIdentities` has the smallest quota of all.
 */
export async function readLogins(
  cognito: Cognito,
  poolId: string,
): Promise<{ providers: string[]; identities: number; whole: boolean }> {
  const { Identities = [], NextToken } = await cognito.send(
    new ListIdentitiesCommand({ IdentityPoolId: poolId, MaxResults: PAGE_SIZE, HideDisabled: true }),
  )
  const logins = Identities.flatMap(({ Logins = [] }) => withoutMarker(Logins))
  return { providers: [...new Set(logins)].toSorted(), identities: Identities.length, whole: NextToken === undefined }
}
