import { beforeAll, expect, it, vi } from 'vitest'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { arnOf, iamForTests } from '../reach/iam-for-tests.ts'
import { reachingPool } from '../reach/reaching-pool-for-tests.ts'
import { lifeguardCommand, listening } from './command-for-tests.ts'

const COMMANDS_MS = 100_000
const iam = await iamForTests()
beforeAll(() => {
  vi.stubEnv('AWS_ENDPOINT_URL_IAM', iam.url)
  return iam.stop
})

consoleForTests()

const allow = (Action: string, Resource = '*') => ({
  p: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action, Resource } },
})

const poolFor = async (guest: string): Promise<string> => (await reachingPool({ unauthenticated: arnOf(guest) })).poolId

it('a pipeline ends as what guests reach asks for', { timeout: COMMANDS_MS }, async () => {
  await listening()
  iam.roles.set('Reader', { inline: allow('s3:GetObject', 'arn:aws:s3:::assets/*') })
  iam.roles.set('Owner', { inline: allow('s3:PutObject', 'arn:aws:s3:::u/${cognito-identity.amazonaws.com:sub}/*') })
  const [reader, owner, gone] = [await poolFor('Reader'), await poolFor('Owner'), await poolFor('Gone')]
  const reach = (poolId: string, ...more: string[]) =>
    lifeguardCommand(['reach', '--connection', 'test', '--pool', poolId, ...more])

  const plain = await reach(reader, '--fail-on', 'write')
  expect(plain).toEqual({
    code: 0,
    err: '',
    out: `Guests  ${arnOf('Reader')}  s3  read, some resources\n`,
  })
  const found = await reach(reader, '--fail-on', 'read', '--json')
  expect(found.code).toBe(3)
  expect(JSON.parse(found.out)).toMatchObject({ rows: [{ kind: 'guest', cells: [{ service: 's3', level: 'read' }] }] })
  expect((await reach(owner, '--fail-on', 'list')).code, 'data of one’s own is meant').toBe(0)

  const unread = await reach(gone, '--fail-on', 'permissions')
  expect(unread, 'what is not known is not nothing').toMatchObject({
    code: 1,
    err: expect.stringContaining('not known'),
  })
  expect(await reach(reader, '--fail-on', 'everything')).toMatchObject({ code: 2, out: '' })
})
