import { describe, expect, it } from 'vitest'
import { toJson } from './json.ts'
import {
  toDescribeIdentityCommand,
  toGetIdCommand,
  toLinkUserCommand,
  toLookupCommand,
  toMergeCommand,
  toUniteCommand,
  toUnlinkLoginCommand,
  toUnlinkUserCommand,
} from './identity-commands.ts'
import { argumentsOf, runShell } from './shell-for-tests.ts'

const poolId = 'us-east-1:0c5d6a5e-0a3b-4a3c-8f9e-1d2c3b4a5f60'
const identityId = 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809'
const providerName = 'login.members.example'
/** What a shell would read as something else, and a flag of its own. */
const awkward = `--o'brien "$HOME" \`id\` #1`
const user = { poolId, identityId, providerName, userIdentifier: awkward }
const region = ['--region', 'us-east-1']
const pool = ['--identity-pool-id', poolId]
const identity = ['--identity-id', identityId]

describe('the command that', () => {
  it.each([
    ['describes an identity', toDescribeIdentityCommand(identityId), ['describe-identity', ...region, ...identity]],
    [
      'looks its users up',
      toLookupCommand(poolId, identityId),
      ['lookup-developer-identity', ...region, ...pool, ...identity, '--max-results', '60'],
    ],
    [
      'unlinks a user',
      toUnlinkUserCommand(user),
      [
        'unlink-developer-identity',
        ...region,
        ...pool,
        ...identity,
        '--developer-provider-name',
        providerName,
        `--developer-user-identifier=${awkward}`,
      ],
    ],
    [
      'links a user and prints no token',
      toLinkUserCommand(user),
      [
        'get-open-id-token-for-developer-identity',
        ...region,
        ...pool,
        ...identity,
        '--logins',
        toJson({ [providerName]: awkward }),
        '--token-duration',
        '1',
        '--query',
        'IdentityId',
      ],
    ],
    [
      'merges two users',
      toMergeCommand(poolId, providerName, awkward, 'ada'),
      [
        'merge-developer-identities',
        ...region,
        ...pool,
        '--developer-provider-name',
        providerName,
        `--source-user-identifier=${awkward}`,
        '--destination-user-identifier',
        'ada',
      ],
    ],
  ])('%s reaches the AWS CLI as it is meant', async (_what, command, expected) => {
    expect(await argumentsOf(command)).toEqual([['cognito-identity', ...expected]])
  })

  it.each([
    'accounts.google.com',
    'cognito-idp.us-east-1.amazonaws.com/us-east-1_Nw7Rk2pQa',
    `arn:aws:iam::123456789012:saml-provider/${'Okta'.repeat(20)}`,
    'LOGIN_TOKEN',
  ])('unlinks a login takes the token of %s from the shell, and does nothing without it', async (provider) => {
    const command = toUnlinkLoginCommand(identityId, 'graph.facebook.com', provider)
    const [call = []] = await argumentsOf(command, { LOGIN_TOKEN: 'a.b.c' })
    expect(call.slice(0, 7)).toEqual(['cognito-identity', 'unlink-identity', ...region, ...identity, '--logins'])
    expect(JSON.parse(call[7] ?? '')).toEqual({ [provider]: 'a.b.c' })
    expect(call.slice(8)).toEqual(['--logins-to-remove', '["graph.facebook.com"]'])
    const { code, out, errors } = await runShell(`aws() { echo sent; }\n${command}`)
    expect(code).not.toBe(0)
    expect(out).not.toContain('sent')
    expect(errors).toContain('LOGIN_TOKEN')
  })

  it('has no quote of another shell in it', async () => {
    const userIdentifier = 'x’; calc ‘'
    for (const command of [
      toUnlinkUserCommand({ ...user, userIdentifier }),
      toLinkUserCommand({ ...user, userIdentifier }),
    ]) {
      expect(command).not.toMatch(/[‘’]/)
      expect((await argumentsOf(command)).flat().join()).toContain(String.raw`x\u2019; calc \u2018`)
    }
  })

  it.each(['accounts.google.com', 'cognito-idp.us-east-1.amazonaws.com/us-east-1_Nw7Rk2pQa', 'LOGIN_TOKEN.example'])(
    'takes a token of %s along takes it from the shell, however long the command is',
    async (provider) => {
      const sent = async (command: string) => {
        const [call = []] = await argumentsOf(command, { LOGIN_TOKEN: 'a.b.c' })
        return JSON.parse(call[call.indexOf('--logins') + 1] ?? '') as unknown
      }
      const token = { [provider]: 'a.b.c' }
      const tricky = { ...user, userIdentifier: '"LOGIN_TOKEN"' }
      expect(await sent(toUnlinkLoginCommand(identityId, provider, provider))).toEqual(token)
      expect(await sent(toGetIdCommand(poolId, provider))).toEqual(token)
      expect(await sent(toLinkUserCommand(tricky, provider))).toEqual({ [providerName]: '"LOGIN_TOKEN"', ...token })
      expect(await sent(toUniteCommand(user, provider))).toEqual({ [providerName]: awkward, ...token })
      expect(await argumentsOf(toUniteCommand(user, provider), { LOGIN_TOKEN: 'a.b.c' })).not.toContainEqual(
        expect.arrayContaining(['--identity-id']),
      )
    },
  )
})
