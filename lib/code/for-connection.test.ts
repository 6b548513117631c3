import { assert, asyncProperty, string } from 'fast-check'
import { expect, it } from 'vitest'
import { forConnection } from './for-connection.ts'
import { toUnlinkLoginAsDeveloperCommands, toUnlinkUserCommand } from './identity-commands.ts'
import { argumentsOf, MADE } from './shell-for-tests.ts'
import { toDeleteIdentitiesCommands } from './to-aws-cli.ts'

const connection = { endpoint: 'http://127.0.0.1:4566', profile: "o'brien" }
const options = ['--endpoint-url', 'http://127.0.0.1:4566', '--profile', "o'brien"]
const identityId = 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809'
const user = { poolId: identityId, identityId, providerName: 'login.members.example', userIdentifier: 'ada' }

const told = (calls: string[][]) => calls.map(([service, , ...flags]) => [service, flags.slice(0, options.length)])

it('each command is told the endpoint and the profile', async () => {
  const ids = Array.from({ length: 61 }, (_, index) => `us-east-1:${index}`)
  const deletion = await argumentsOf(forConnection(toDeleteIdentitiesCommands('us-east-1', ids), connection))
  expect(told(deletion)).toEqual([
    ['cognito-identity', options],
    ['cognito-identity', options],
  ])
  const unlinking = await argumentsOf(
    forConnection(toUnlinkLoginAsDeveloperCommands(user, 'www.amazon.com'), connection),
  )
  expect(told(unlinking)).toEqual([
    ['cognito-identity', options],
    ['cognito-identity', options],
  ])
  expect(unlinking[1]).toContain(`{"cognito-identity.amazonaws.com":"${MADE}"}`)
})

it('a connection that needs neither has the commands as they are', () => {
  const command = toUnlinkUserCommand(user)
  expect(forConnection(command, { endpoint: null, profile: null })).toBe(command)
})

it('what is quoted stays as it is, even when it reads like a command', async () => {
  const inside = (text: string) =>
    string({ unit: 'grapheme-ascii', maxLength: 12 }).map((more) => `${more}${text}${more}`)
  await assert(
    asyncProperty(inside("'\n$(aws cognito-identity delete-identity-pool )"), async (userIdentifier) => {
      const command = toUnlinkUserCommand({ ...user, userIdentifier })
      const [plain = []] = await argumentsOf(command)
      const [both = []] = await argumentsOf(forConnection(command, connection))
      expect(both.filter((argument) => !options.includes(argument))).toEqual(plain)
    }),
    { numRuns: 25 },
  )
})
