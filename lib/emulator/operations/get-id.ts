import { linkLogins, makeIdentity } from '../rules/link-logins.ts'
import { proveLogins } from '../rules/prove-logins.ts'
import { conflict, notAuthorized } from '../state/errors.ts'
import { identityOfNumber } from '../state/identities.ts'
import { ownerOf } from '../state/logins.ts'
import { findPool } from '../state/pools.ts'
import { accountId, logins, poolId } from '../state/shapes.ts'
import { defineOperation } from './define-operation.ts'

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
