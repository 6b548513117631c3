'use server'

import { lostAttempt } from '../audit/lost-attempt.ts'
import { defineAction } from '../operation/define-action.ts'
import { traceTokenInput } from './schema.ts'
import { traceLogin } from './service.ts'

/**
 * Tells which identity a token signs in to. One call of GetId, which makes an identity where the login has none: whether
 * it did is part of the answer. Neither an OpenID token nor credentials are asked for. Errors: `DENIED`.
 */
export const traceToken = defineAction({
  name: 'TraceToken',
  effect: 'write',
  permission: 'identities:trace',
  input: traceTokenInput,
  takesReason: true,
  async run({ actor, cognito, audit }, { pool, afterLost, provider, token }) {
    const traced = await traceLogin(cognito, pool.poolId, { provider, token }, await lostAttempt(actor, afterLost))
    audit.target({ identityId: traced.identityId })
    audit.after({ identityId: traced.identityId, made: traced.origin.made })
    return traced
  },
})
