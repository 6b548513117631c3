import { tagsOfClaims } from '../rules/openid-token.ts'
import { selectRole } from '../rules/select-role.ts'
import { issueCredentials } from '../rules/session-credentials.ts'
import { sessionTags } from '../rules/session-tags.ts'
import { signIn } from '../rules/sign-in.ts'
import { arn, identityId, logins } from '../state/shapes.ts'
import { defineOperation } from './define-operation.ts'

const ONE_HOUR = 3600

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
    'Trust policies are not read: a role that the service could not assume is handed out.',
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
    const { accessKeyId, secret, sessionToken, expires } = issueCredentials(world, {
      roleArn: role,
      name: 'CognitoIdentityCredentials',
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
