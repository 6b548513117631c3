import {
  CreateIdentityPoolCommand,
  DescribeIdentityCommand,
  GetOpenIdTokenForDeveloperIdentityCommand,
  ListTagsForResourceCommand,
  LookupDeveloperIdentityCommand,
} from '@aws-sdk/client-cognito-identity'
import { beforeEach, describe, expect, it } from 'vitest'
import { createWorld } from '../emulator/create-world.ts'
import { GOOGLE, GOOGLE_CLIENT, googleToken } from '../emulator/serve-for-tests.ts'
import {
  toCreateUserCommand,
  toLinkUserCommand,
  toMergeCommand,
  toUnlinkLoginAsDeveloperCommands,
  toUnlinkLoginCommand,
  toUnlinkUserCommand,
} from './identity-commands.ts'
import { sendAll } from './send-commands-for-tests.ts'
import { clientOf } from './service-pool-for-tests.ts'
import { argumentsOf, runShell } from './shell-for-tests.ts'
import { toTagCommands } from './tag-commands.ts'

const PROVIDER = 'login.members.example'
const OTHER = `the "other" one's $(id) \`id\``
const world = createWorld({ unlinkWithDeveloperToken: 'accept' })
const aws = clientOf(world, 'us-east-1')
const run = async (command: string, variables: Record<string, string> = {}) =>
  sendAll(world, await argumentsOf(command, variables))

let poolId = ''
beforeEach(async () => {
  const made = await aws.send(
    new CreateIdentityPoolCommand({
      IdentityPoolName: 'Commands',
      AllowUnauthenticatedIdentities: false,
      DeveloperProviderName: PROVIDER,
      SupportedLoginProviders: { [GOOGLE]: GOOGLE_CLIENT },
      IdentityPoolTags: { stays: 'yes', '--gone': "it's", team: 'web' },
    }),
  )
  poolId = made.IdentityPoolId ?? ''
})

async function userOf(userIdentifier: string) {
  const { IdentityId: identityId = '' } = await aws.send(
    new GetOpenIdTokenForDeveloperIdentityCommand({ IdentityPoolId: poolId, Logins: { [PROVIDER]: userIdentifier } }),
  )
  return { poolId, identityId, providerName: PROVIDER, userIdentifier }
}

const usersOf = async (IdentityId: string) =>
  (await aws.send(new LookupDeveloperIdentityCommand({ IdentityPoolId: poolId, IdentityId })))
    .DeveloperUserIdentifierList ?? []

describe.each(["it's", '"$HOME"', '--flag', 'file:///etc/passwd', 'https://id.example/1', 'Zürich\n東京 \u2028', '\\'])(
  'the developer user identifier %j',
  (user) => {
    it('is created as it is', async () => {
      await run(toCreateUserCommand({ poolId, providerName: PROVIDER, userIdentifier: `new ${user}` }))
      const asked = { IdentityPoolId: poolId, DeveloperUserIdentifier: `new ${user}` }
      expect(await aws.send(new LookupDeveloperIdentityCommand(asked))).toMatchObject({
        DeveloperUserIdentifierList: [`new ${user}`],
      })
    })

    it('is linked, unlinked and merged as it is', async () => {
      const other = await userOf(OTHER)
      const { identityId } = other
      await run(toLinkUserCommand({ ...other, userIdentifier: user }))
      expect((await usersOf(identityId)).toSorted()).toEqual([OTHER, user].toSorted())
      await run(toUnlinkUserCommand({ ...other, userIdentifier: user }))
      expect(await usersOf(identityId)).toEqual([OTHER])
      await userOf(user)
      await run(toMergeCommand(poolId, PROVIDER, user, OTHER))
      expect((await usersOf(identityId)).toSorted()).toEqual([OTHER, user].toSorted())
    })
  },
)

describe('a public login', () => {
  const withGoogle = async () => {
    const user = await userOf(OTHER)
    const token = googleToken('sub')
    await aws.send(
      new GetOpenIdTokenForDeveloperIdentityCommand({
        IdentityPoolId: poolId,
        IdentityId: user.identityId,
        Logins: { [PROVIDER]: OTHER, [GOOGLE]: token },
      }),
    )
    return { user, token, loginsOf: async () => (await describeIdentity(user.identityId)).Logins }
  }
  const describeIdentity = (IdentityId: string) => aws.send(new DescribeIdentityCommand({ IdentityId }))

  it('is unlinked with a token from the shell', async () => {
    const { user, token, loginsOf } = await withGoogle()
    expect(await loginsOf()).toContain(GOOGLE)
    await run(toUnlinkLoginCommand(user.identityId, GOOGLE, GOOGLE), { LOGIN_TOKEN: token })
    expect(await loginsOf()).toEqual([PROVIDER])
  })

  it('is unlinked with a token that the service makes', async () => {
    const { user, loginsOf } = await withGoogle()
    await run(toUnlinkLoginAsDeveloperCommands(user, GOOGLE))
    expect(await loginsOf()).toEqual([PROVIDER])
  })

  it('stays when no token is set: nothing is sent', async () => {
    const { user } = await withGoogle()
    const command = toUnlinkLoginCommand(user.identityId, GOOGLE, GOOGLE)
    const { code, out, errors } = await runShell(`aws() { echo sent; }\n${command}`)
    expect({ out, failed: code !== 0 }).toEqual({ out: '', failed: true })
    expect(errors).toContain('LOGIN_TOKEN')
  })
})

describe('the tags of a pool', () => {
  it('become what the form says, and those of AWS stay out of the commands', async () => {
    const ResourceArn = `arn:aws:cognito-identity:us-east-1:123456789012:identitypool/${poolId}`
    const before = { stays: 'yes', '--gone': "it's", team: 'web', 'aws:stack': 'x' }
    const after = { stays: 'yes', team: '"$(id)" \n 東京', 'new key': '' }
    const command = toTagCommands({ connectionId: 'test', poolId }, ResourceArn, before, after)
    expect(command).not.toContain('aws:stack')
    await run(command)
    expect((await aws.send(new ListTagsForResourceCommand({ ResourceArn }))).Tags).toEqual(after)
  })
})
