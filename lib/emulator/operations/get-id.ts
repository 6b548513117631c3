import { conflict, notAuthorized } from '../errors.ts'
import { identityOfNumber } from '../identities.ts'
import { linkLogins, makeIdentity } from '../link-logins.ts'
import { proveLogins } from '../login-token.ts'
import { ownerOf } from '../logins.ts'
import { defineOperation } from '../operation.ts'
import { findPool } from '../pools.ts'
import { accountId, logins, poolId } from '../shapes.ts'

export const getId = defineOperation({
  name: 'GetId',
  signed: false,
  input: {
    type: 'structure',
    required: { IdentityPoolId: poolId },
    optional: { AccountId: accountId, Logins: logins },
  },
  differences: [
    'AccountId is checked for its form only: an app that names its own account works unchanged.',
    'Several logins that belong to different identities are refused with ResourceConflictException; what the service answers is not documented.',
    'Tokens of Facebook, Amazon and Twitter are not asked about at the provider: the token itself counts as the user’s id.',
    'Signatures of ID tokens are verified only for issuers given with `--jwks`; those of SAML assertions never.',
  ],
  async run({ world, region }, input) {
    const pool = findPool(world.store, region, input.IdentityPoolId)
    const proven = await proveLogins(world, pool, input.Logins ?? {})
    return world.store.transaction(() => {
      const { store } = world
      const current = findPool(store, region, input.IdentityPoolId)
      if (proven.length === 0 && !current.allowGuests) {
        throw notAuthorized('Unauthenticated access is not supported for this identity pool.')
      }
      const owners = new Set(proven.map((login) => ownerOf(store, current.number, login)).filter((one) => one !== null))
      if (owners.size > 1) throw conflict('The logins belong to different identities.')
      const [number = makeIdentity(world, current)] = owners
      linkLogins(world, { number, pool: current.number }, proven)
      return { IdentityId: identityOfNumber(store, number)?.id }
    })
  },
})
