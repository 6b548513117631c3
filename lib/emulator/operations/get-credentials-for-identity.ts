import { randomBytes } from 'node:crypto'
import { TAGS_CLAIM } from '../rules/openid-token.ts'
import { selectRole } from '../rules/select-role.ts'
import { sessionTags } from '../rules/session-tags.ts'
import { signIn } from '../rules/sign-in.ts'
import { arn, identityId, logins } from '../state/shapes.ts'
import { defineOperation } from './define-operation.ts'

const ONE_HOUR_MS = 3_600_000

export const getCredentialsForIdentity = defineOperation({
  name: 'GetCredentialsForIdentity',
  signed: false,
  input: {
    type: 'structure',
    required: { IdentityId: identityId },
    optional: { Logins: logins, CustomRoleArn: arn },
  },
  differences: [
    'The credentials open nothing. The session token names role, identity and tags in clear text instead.',
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
    const tags = { ...tagsOfToken(developerToken?.[TAGS_CLAIM]), ...sessionTags(world.store, pool, logins) }
    return {
      IdentityId: identity.id,
      Credentials: {
        AccessKeyId: `ASIA${randomBytes(10).toString('hex').slice(0, 16).toUpperCase()}`,
        SecretKey: randomBytes(30).toString('base64'),
        SessionToken: sessionToken({ role, identity: identity.id, tags: JSON.stringify(tags) }),
        Expiration: (world.clock.now() + ONE_HOUR_MS) / 1000,
      },
    }
  },
})

/** Readable, and fit for a header. */
const sessionToken = (facts: { [name: string]: string }) =>
  Object.entries({ ...facts, id: randomBytes(12).toString('hex') })
    .map(([name, value]) => `${name}=${value.toWellFormed().replace(/[^\x21-\x3a\x3c-\x7e]/gu, encodeURIComponent)}`)
    .join(';')

function tagsOfToken(claim: unknown): { [tag: string]: string } {
  const { principal_tags: tags } = (claim ?? {}) as { principal_tags?: { [tag: string]: string[] } }
  return Object.fromEntries(Object.entries(tags ?? {}).map(([tag, [value = '']]) => [tag, value]))
}
