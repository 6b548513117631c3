import { amrOf } from '../rules/amr.ts'
import { developerLogin, requireDeveloperProvider } from '../rules/developer-provider.ts'
import { joinLogins } from '../rules/link-logins.ts'
import { issueToken } from '../rules/openid-token.ts'
import { proveLogins } from '../rules/prove-logins.ts'
import { forbidden, hasOneOf, loginsDoNotMatch } from '../rules/sign-in.ts'
import { invalidParameter, ServiceError } from '../state/errors.ts'
import { findIdentityOfPool, type Identity, identityOfNumber } from '../state/identities.ts'
import { type Login, loginsOf, ownerOf } from '../state/logins.ts'
import { findPool, type Pool } from '../state/pools.ts'
import { developerUserIdentifier, identityId, logins, poolId, principalTags, tokenDuration } from '../state/shapes.ts'
import type { World } from '../state/world.ts'
import { defineOperation } from './define-operation.ts'

const FIFTEEN_MINUTES = 900

export const getOpenIdTokenForDeveloperIdentity = defineOperation({
  name: 'GetOpenIdTokenForDeveloperIdentity',
  signed: true,
  input: {
    type: 'structure',
    required: { IdentityPoolId: poolId, Logins: logins },
    optional: { IdentityId: identityId, PrincipalTags: principalTags, TokenDuration: tokenDuration },
  },
  differences: [
    'A developer provider name that is not the pool’s, or none at all, is an InvalidParameterException; of the service only the text is known.',
    'An identity that has developer logins only takes a further developer user identifier without another proof.',
    'Logins of other identities bring those together, as GetOpenIdToken does: without IdentityId the developer user’s identity keeps all and the others are disabled; not proven on the service.',
  ],
  async run({ world, region }, input) {
    const {
      [developerProviderOf(findPool(world.store, region, input.IdentityPoolId), input.Logins)]: user = '',
      ...others
    } = input.Logins
    if (user.length > developerUserIdentifier.max) {
      throw invalidParameter(`A developer user identifier has at most ${developerUserIdentifier.max} characters.`)
    }
    const proven = await proveLogins(world, findPool(world.store, region, input.IdentityPoolId), others)
    const { pool, identity, provider } = world.store.transaction(() => {
      const current = findPool(world.store, region, input.IdentityPoolId)
      const name = developerProviderOf(current, input.Logins)
      const all = [developerLogin(name, user), ...proven]
      const given = input.IdentityId === undefined ? null : openIdentity(world, current, input.IdentityId, all)
      const number = joinLogins(world, current, given, all)
      return { pool: current, identity: identityOfNumber(world.store, number)?.id ?? '', provider: name }
    })
    const amr = ['authenticated', provider, `${provider}:${pool.id}:${user}`]
    const token = await issueToken(world, {
      pool,
      identityId: identity,
      amr: amrOf({ logins: proven, developerToken: { amr } }),
      seconds: input.TokenDuration ?? FIFTEEN_MINUTES,
      tags: input.PrincipalTags ?? {},
    })
    return { IdentityId: identity, Token: token }
  },
})

function developerProviderOf(pool: Pool, given: { [provider: string]: string }): string {
  const named = Object.keys(given).find((name) => name === pool.developerProvider)
  return requireDeveloperProvider(pool, named ?? null)
}

/** The identity that the logins are to be linked to. The developer login is the first of them. */
function openIdentity(world: World, pool: Pool, id: string, all: readonly Login[]): Identity {
  const identity = findIdentityOfPool(world.store, pool, id)
  if (identity.disabled) throw forbidden(id)
  refuseOtherOwner(world, identity, all[0])
  const hasPublicLogin = loginsOf(world.store, identity.number).some((login) => !login.developer)
  if (hasPublicLogin && !hasOneOf(world, identity, all)) throw loginsDoNotMatch()
  return identity
}

function refuseOtherOwner(world: World, identity: Identity, developer: Login | undefined) {
  const owner = developer ? ownerOf(world.store, identity.pool, developer) : null
  if (owner === null || owner === identity.number) return
  throw new ServiceError(
    'DeveloperUserAlreadyRegisteredException',
    'The developer user identifier is already registered with another identity.',
  )
}
