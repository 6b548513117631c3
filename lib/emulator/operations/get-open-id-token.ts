import { amrOf } from '../rules/amr.ts'
import { issueToken } from '../rules/openid-token.ts'
import { sessionTags } from '../rules/session-tags.ts'
import { poolOfIdentity, signIn } from '../rules/sign-in.ts'
import { invalidParameter } from '../state/errors.ts'
import { identityId, logins } from '../state/shapes.ts'
import { defineOperation } from './define-operation.ts'

const TEN_MINUTES = 600

export const getOpenIdToken = defineOperation({
  name: 'GetOpenIdToken',
  signed: false,
  input: { type: 'structure', required: { IdentityId: identityId }, optional: { Logins: logins } },
  differences: [
    'When two identities with logins are merged, the one asked for keeps them all; which one the service keeps is not documented.',
    'A second login of one public provider, or more than 20 logins, is a ResourceConflictException whose text is our own.',
  ],
  async run(call, input) {
    const { pool } = poolOfIdentity(call, input.IdentityId)
    if (pool.classicFlow === false) {
      throw invalidParameter('Basic (classic) flow is not enabled, please use enhanced flow.')
    }
    if (Object.keys(pool.roleMappings ?? {}).length > 0) {
      throw invalidParameter('Basic (classic) flow is not supported with RoleMappings, please use enhanced flow.')
    }
    const session = await signIn(call, input.IdentityId, input.Logins ?? {})
    const token = await issueToken(call.world, {
      pool,
      identityId: session.identity.id,
      amr: amrOf(session),
      seconds: TEN_MINUTES,
      tags: sessionTags(call.world.store, pool, session.logins),
    })
    return { IdentityId: session.identity.id, Token: token }
  },
})
