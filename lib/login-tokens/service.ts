import 'server-only'
import { GetIdCommand } from '@aws-sdk/client-cognito-identity'
import type { z } from 'zod'
import type { Cognito } from '../aws/send.ts'
import type { CallTimes } from '../identities/origin.ts'
import { readOrigin } from '../identities/read-origin.ts'
import type { loginProof } from './schema.ts'
import type { TracedToken } from './traced-token.ts'

type Proof = z.output<typeof loginProof>

/** Finds the identity of a login, or makes one. Errors: `DENIED` with the service's reason when the token does not count. */
export async function identityOfLogin(cognito: Cognito, poolId: string, { provider, token }: Proof): Promise<string> {
  const { IdentityId: identityId = '' } = await cognito.send(
    new GetIdCommand({ IdentityPoolId: poolId, Logins: { [provider]: token } }),
  )
  return identityId
}

/** The same, and whether it was made by asking, now or by an attempt whose answer was lost. */
export async function traceLogin(
  cognito: Cognito,
  poolId: string,
  proof: Proof,
  lost: CallTimes | null,
): Promise<TracedToken> {
  const startedAt = Date.now()
  const identityId = await identityOfLogin(cognito, poolId, proof)
  return { identityId, origin: await readOrigin(cognito, identityId, { startedAt, endedAt: Date.now() }, lost) }
}
