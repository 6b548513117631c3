import type { JWTPayload } from 'jose'
import { COGNITO_PROVIDER, claimsOfOwnToken, tagsOfClaims } from '../rules/openid-token.ts'
import { checkPolicy } from '../rules/policy-document.ts'
import { refusedAction } from '../rules/refused-action.ts'
import { issueCredentials } from '../rules/session-credentials.ts'
import { ServiceError } from '../state/errors.ts'
import { accessDenied, validationError } from '../state/iam-errors.ts'
import { roleOfArn } from '../state/iam-roles.ts'
import type { World } from '../state/world.ts'
import { assumedRole } from './assumed-role.ts'
import { defineStsOperation } from './define-query-operation.ts'
import { document, entityArn, input, yes } from './iam-shapes.ts'

const ONE_HOUR = 3600

export const assumeRoleWithWebIdentity = defineStsOperation({
  name: 'AssumeRoleWithWebIdentity',
  signed: false,
  input: input(
    {
      RoleArn: entityArn,
      RoleSessionName: { type: 'string', min: 2, max: 64, pattern: String.raw`[\w+=,.@-]*` },
      WebIdentityToken: { type: 'string', min: 4, max: 20_000, sensitive: true },
    },
    {
      DurationSeconds: { type: 'integer', min: 900, max: 43_200 },
      Policy: document,
      PolicyArns: {
        type: 'list',
        member: { type: 'structure', required: {}, optional: { arn: entityArn } },
        max: 10,
      },
      ProviderId: { type: 'string', min: 4, max: 2048 },
    },
  ),
  differences: [
    'Only tokens of this emulator are known; those of any other provider are an InvalidIdentityToken.',
    'A trust policy is asked with the keys aud, amr and sub, sts:RoleSessionName, the session tags, the provider and the time; a request has no address.',
    'Session policies are checked for their form; nothing is refused by any policy of permissions.',
    'A role that has to allow sts:TagSession and does not is refused with AccessDenied; the text is inferred.',
  ],
  async run({ world }, { RoleArn, RoleSessionName, WebIdentityToken, DurationSeconds = ONE_HOUR, Policy }) {
    const claims = await claimsOf(world, WebIdentityToken)
    const tags = tagsOfClaims(claims)
    const role = roleOfArn(world, RoleArn)
    const refused = role && refusedAction(world, role.trust, { ...subjectOf(claims), tags, session: RoleSessionName })
    if (role === null || refused !== null)
      throw accessDenied(`Not authorized to perform ${refused ?? 'sts:AssumeRoleWithWebIdentity'}`)
    if (DurationSeconds > role.maxSeconds)
      throw validationError('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.')
    if (Policy !== undefined) checkPolicy(Policy, 'identity')
    const { sub = '', aud } = claims
    const { accessKeyId, secret, sessionToken, expires } = issueCredentials(world, {
      roleArn: RoleArn,
      name: RoleSessionName,
      identity: sub,
      tags,
      seconds: DurationSeconds,
    })
    const { Arn, id } = assumedRole(world.store, RoleArn, RoleSessionName)
    return {
      SubjectFromWebIdentityToken: sub,
      Audience: aud,
      AssumedRoleUser: { Arn, AssumedRoleId: id },
      Credentials: {
        AccessKeyId: accessKeyId,
        SecretAccessKey: secret,
        SessionToken: sessionToken,
        Expiration: new Date(expires * 1000),
      },
      Provider: COGNITO_PROVIDER,
      ...yes(Policy !== undefined || Object.keys(tags).length > 0, { PackedPolicySize: 1 }),
    }
  },
})

/** Throws InvalidIdentityToken, ExpiredTokenException. */
async function claimsOf(world: World, token: string): Promise<JWTPayload> {
  const claims = await claimsOfOwnToken(world.store, token)
  if (!claims)
    throw new ServiceError(
      'InvalidIdentityToken',
      "Couldn't verify the token: it is none that Amazon Cognito of this emulator gave.",
    )
  const now = Math.floor(world.clock.now() / 1000)
  if (claims.exp === undefined || claims.exp <= now)
    throw new ServiceError(
      'ExpiredTokenException',
      `Token expired: current date/time ${now} must be before the expiration date/time ${claims.exp ?? 0}`,
    )
  return claims
}

function subjectOf({ aud, sub = '', amr }: JWTPayload & { amr?: unknown }) {
  return { aud: String(aud), sub, amr: Array.isArray(amr) ? amr.map(String) : [] }
}
