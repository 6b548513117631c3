import 'server-only'
import type { z } from 'zod'
import type { Cognito } from '../aws/send.ts'
import { AppError } from '../core/errors.ts'
import type { loginProof } from '../login-tokens/schema.ts'
import { identityOfLogin } from '../login-tokens/service.ts'

/** Nobody else's identity is united by a token of somebody else. Errors: `CONFLICT`; `DENIED` when it does not count. */
export async function requireTokenOf(
  cognito: Cognito,
  poolId: string,
  identityId: string,
  proof: z.output<typeof loginProof>,
): Promise<void> {
  const owner = await identityOfLogin(cognito, poolId, proof)
  if (owner === identityId) return
  throw new AppError({
    code: 'CONFLICT',
    message: `The token signs in to ${owner}, not to ${identityId}. Nothing was united.`,
    hint: 'Compare the two again, then decide.',
  })
}
