import { unlink } from '../rules/link-logins.ts'
import { COGNITO_PROVIDER } from '../rules/openid-token.ts'
import { forbidden, hasOneOf, loginsDoNotMatch, poolOfIdentity, proveAll } from '../rules/sign-in.ts'
import { invalidParameter, notAuthorized } from '../state/errors.ts'
import { loginsOf } from '../state/logins.ts'
import { identityId, loginNames, logins } from '../state/shapes.ts'
import { defineOperation } from './define-operation.ts'

export const unlinkIdentity = defineOperation({
  name: 'UnlinkIdentity',
  signed: false,
  input: {
    type: 'structure',
    required: { IdentityId: identityId, Logins: logins, LoginsToRemove: loginNames },
    optional: {},
  },
  differences: [
    'Whether a developer token counts as proof is not known of the service: `--unlink-with-developer-token` decides, and refuses by default.',
    'A provider that is not linked is passed over; a developer provider is refused with InvalidParameterException.',
  ],
  async run(call, input) {
    const { world } = call
    const { identity: asked, pool } = poolOfIdentity(call, input.IdentityId)
    if (Object.hasOwn(input.Logins, COGNITO_PROVIDER) && world.unlinkWithDeveloperToken === 'refuse') {
      throw notAuthorized("Invalid login token. Can't pass in a Cognito token.")
    }
    const proof = await proveAll(call, pool, input.Logins)
    world.store.transaction(() => {
      const { identity } = poolOfIdentity(call, asked.id)
      if (identity.disabled) throw forbidden(identity.id)
      if (proof.developerToken?.sub !== identity.id && !hasOneOf(world, identity, proof.logins))
        throw loginsDoNotMatch()
      const removed = loginsOf(world.store, identity.number).filter((login) =>
        input.LoginsToRemove.includes(login.provider),
      )
      if (removed.some((login) => login.developer)) throw invalidParameter('Please provide a valid public provider.')
      unlink(
        world,
        identity,
        removed.map((login) => login.number),
      )
    })
    return undefined
  },
})
