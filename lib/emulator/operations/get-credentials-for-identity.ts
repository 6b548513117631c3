import { amrOf } from '../rules/amr.ts'
import { tagsOfClaims } from '../rules/openid-token.ts'
import { selectRole } from '../rules/select-role.ts'
import { refusedAction } from '../rules/refused-action.ts'
import { issueCredentials } from '../rules/session-credentials.ts'
import type { SessionSubject } from '../rules/session-context.ts'
import { sessionTags } from '../rules/session-tags.ts'
import { signIn } from '../rules/sign-in.ts'
import { ServiceError } from '../state/errors.ts'
import { roleOfArn } from '../state/iam-roles.ts'
import { arn, identityId, logins } from '../state/shapes.ts'
import type { World } from '../state/world.ts'
import { defineOperation } from './define-operation.ts'

const ONE_HOUR = 3600
const SESSION = 'CognitoIdentityCredentials'

export const getCredentialsForIdentity = defineOperation({
  name: 'GetCredentialsForIdentity',
  signed: false,
  input: {
    type: 'structure',
    required: { IdentityId: identityId },
    optional: { Logins: logins, CustomRoleArn: arn },
  },
  differences: [
    'The credentials open the emulator’s own services and nothing else. The session token names role, session, identity and tags in clear text.',
    'A role that IAM does not have is handed out all the same, and so is one of another account.',
    'CustomRoleArn is ignored for guests and for providers without a role mapping.',
    'A claim that is a list is tested by rules as its values joined by commas.',
    'Of several logins the first one with a role mapping decides.',
    'ServerSideTokenCheck is stored but not carried out: there is no user pool to ask.',
  ],
  async run(call, input) {
    const { world } = call
    const { pool, identity, logins, developerToken } = await signIn(call, input.IdentityId, input.Logins ?? {})
    const role = selectRole(pool, logins, logins.length === 0 && !developerToken, input.CustomRoleArn)
    const tags = { ...tagsOfClaims(developerToken), ...sessionTags(world.store, pool, logins) }
    requireTrust(world, role, { aud: pool.id, sub: identity.id, amr: amrOf({ logins, developerToken }), tags })
    const { accessKeyId, secret, sessionToken, expires } = issueCredentials(world, {
      roleArn: role,
      name: SESSION,
      identity: identity.id,
      tags,
      seconds: ONE_HOUR,
    })
    return {
      IdentityId: identity.id,
      Credentials: { AccessKeyId: accessKeyId, SecretKey: secret, SessionToken: sessionToken, Expiration: expires },
    }
  },
})

/** A role that IAM has must trust the pool. Throws InvalidIdentityPoolConfigurationException. */
function requireTrust(world: World, arn: string, subject: Omit<SessionSubject, 'session'>) {
  const role = roleOfArn(world, arn)
  if (role === null || refusedAction(world, role.trust, { ...subject, session: SESSION }) === null) return
  throw new ServiceError(
    'InvalidIdentityPoolConfigurationException',
    'Invalid identity pool configuration. Check assigned IAM roles for this pool.',
  )
}
