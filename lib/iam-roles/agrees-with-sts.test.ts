import { CognitoIdentity } from '@aws-sdk/client-cognito-identity'
import { IAM } from '@aws-sdk/client-iam'
import { STS } from '@aws-sdk/client-sts'
import { expect, it } from 'vitest'
import { createWorld } from '../emulator/create-world.ts'
import { requestHandler } from '../emulator/server/request-handler.ts'
import { GOOGLE, googleToken, openPool } from '../emulator/serve-for-tests.ts'
import { trustNames } from './sent-keys.ts'
import { readTrustPolicy } from './trust-policy.ts'
import { SERVICE } from './trust-cases-for-tests.ts'
import { policy } from './policies-for-tests.ts'
import { whoTakes } from './who-takes.ts'

const world = createWorld({ randomSeed: 1 })
const config = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
  requestHandler: requestHandler(world),
}
const cognito = new CognitoIdentity(config)
const iam = new IAM(config)
const sts = new STS(config)

async function createPool() {
  const { IdentityPoolId = '' } = await cognito.createIdentityPool({ ...openPool, AllowClassicFlow: true })
  return IdentityPoolId
}
async function tokenOf(IdentityPoolId: string, Logins?: Record<string, string>) {
  const { IdentityId } = await cognito.getId({ IdentityPoolId, Logins })
  return (await cognito.getOpenIdToken({ IdentityId, Logins })).Token ?? ''
}
const google = { [GOOGLE]: googleToken('someone') }
const [own, other] = [await createPool(), await createPool()]
const tokens = {
  users: await tokenOf(own, google),
  guests: await tokenOf(own),
  otherUsers: await tokenOf(other, google),
  otherGuests: await tokenOf(other),
}

let made = 0
async function takenBy(document: string) {
  const RoleName = `Role${++made}`
  const { Role } = await iam.createRole({ RoleName, AssumeRolePolicyDocument: document })
  const takes = (WebIdentityToken: string) =>
    sts.assumeRoleWithWebIdentity({ RoleArn: Role?.Arn, RoleSessionName: 'test', WebIdentityToken }).then(
      () => true,
      (error: unknown) =>
        Error.isError(error) && error.name.startsWith('AccessDenied') ? false : Promise.reject(error),
    )
  return {
    users: await takes(tokens.users),
    guests: await takes(tokens.guests),
    otherPools: (await takes(tokens.otherUsers)) || (await takes(tokens.otherGuests)),
  }
}

const key = (claim: string) => `${SERVICE}:${claim}`
const aud = { StringEquals: { [key('aud')]: own } }
const signedIn = { 'ForAnyValue:StringLike': { [key('amr')]: 'authenticated' } }
const guest = { 'ForAnyValue:StringEquals': { [key('amr')]: 'unauthenticated' } }
const absent = 'graph.facebook.com:app_id'

const documents: [string, string][] = [
  ['no condition', policy({})],
  ['the pool', policy({ condition: aud })],
  ['the pool and users', policy({ condition: { ...aud, ...signedIn } })],
  ['the pool and guests', policy({ condition: { ...aud, ...guest } })],
  ['another pool', policy({ condition: { StringEquals: { [key('aud')]: 'us-east-1:0' } } })],
  ['one of two pools', policy({ condition: { StringEquals: { [key('aud')]: ['us-east-1:0', own] } } })],
  ['a pool in the wrong case', policy({ condition: { StringEquals: { [key('aud')]: own.toUpperCase() } } })],
  ['a pool in any case', policy({ condition: { StringEqualsIgnoreCase: { [key('AUD')]: own.toUpperCase() } } })],
  ['pools of the Region', policy({ condition: { StringLike: { [key('aud')]: 'us-east-1:*' } } })],
  ['all pools but this', policy({ condition: { StringNotEquals: { [key('aud')]: own } } })],
  ['a provider', policy({ condition: { 'ForAnyValue:StringLike': { [key('amr')]: GOOGLE } } })],
  ['all of amr', policy({ condition: { 'ForAllValues:StringLike': { [key('amr')]: ['auth*', 'acc*'] } } })],
  ['users without a set', policy({ condition: { StringEquals: { [key('amr')]: 'authenticated' } } })],
  [
    'nobody who signed in, without a set',
    policy({ condition: { StringNotEquals: { [key('amr')]: 'authenticated' } } }),
  ],
  ['no guests', policy({ condition: { 'ForAllValues:StringNotEquals': { [key('amr')]: 'unauthenticated' } } })],
  ['a key that is absent', policy({ condition: { StringEquals: { [absent]: 'x' } } })],
  ['a key that is absent, if it exists', policy({ condition: { StringEqualsIfExists: { [absent]: 'x' } } })],
  ['a key that is absent, negated', policy({ condition: { StringNotLike: { [absent]: 'x' } } })],
  ['a key that is absent, for all', policy({ condition: { 'ForAllValues:StringLike': { [absent]: 'x' } } })],
  ['that a key is absent', policy({ condition: { Null: { [absent]: 'true', [key('aud')]: 'false' } } })],
  ['that a key is there', policy({ condition: { Null: { [absent]: 'false' } } })],
  ['everybody', policy({ principal: '*', condition: aud })],
  ['everybody of AWS', policy({ principal: { AWS: '*' }, condition: aud })],
  ['another service', policy({ principal: { Federated: 'graph.facebook.com' } })],
  ['another action', policy({ action: 'sts:AssumeRole' })],
  ['any action', policy({ action: 'sts:assume*', condition: aud })],
  ['a number', policy({ condition: { NumericEquals: { [key('aud')]: '1' } } })],
  ['an address', policy({ condition: { IpAddress: { [key('aud')]: '0.0.0.0/0' } } })],
  ['no address', policy({ condition: { NotIpAddress: { [key('aud')]: '10.0.0.0/8' } } })],
  ['guests denied', policy({}, { effect: 'Deny', condition: guest })],
  ['other pools denied', policy({}, { effect: 'Deny', condition: { StringNotEquals: { [key('aud')]: own } } })],
  ['users allowed, then everybody denied', policy({ condition: signedIn }, { effect: 'Deny' })],
]

it.each(documents)('who takes a role that names %s is told as STS decides it', async (_what, document) => {
  const takers = whoTakes(readTrustPolicy(document) ?? [], {
    poolId: own,
    providers: [GOOGLE],
    names: trustNames(own),
  })
  expect({
    users: takers.users.length > 0,
    guests: takers.guests.length > 0,
    otherPools: takers.otherPools.length > 0,
  }).toEqual(await takenBy(document))
})
