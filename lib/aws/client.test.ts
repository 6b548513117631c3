import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { listIdentityPools } from '../pools/actions.ts'

const directory = mkdtempSync(join(tmpdir(), 'lifeguard-aws-'))
writeFileSync(
  join(directory, 'credentials'),
  '[prod]\naws_access_key_id = AKIAPROD\naws_secret_access_key = prod-secret\n\n[stale]\naws_access_key_id = AKIAPROD\naws_secret_access_key = old-secret\n',
)
vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(directory, 'credentials'))
vi.stubEnv('AWS_CONFIG_FILE', join(directory, 'config'))
vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true')
afterAll(() => rmSync(directory, { recursive: true }))

consoleForTests({
  world: { keys: new Map([['AKIAPROD', 'prod-secret']]) },
  connections: (endpoint) => {
    const to = { endpoint, regions: ['us-east-1'] }
    return [
      { ...to, id: 'keys', credentials: { accessKeyId: 'AKIAPROD', secretAccessKey: 'prod-secret' } },
      { ...to, id: 'wrong-keys', credentials: { accessKeyId: 'AKIAPROD', secretAccessKey: 'guess' } },
      { ...to, id: 'profile', profile: 'prod' },
      { ...to, id: 'stale-profile', profile: 'stale' },
      { ...to, id: 'no-profile', profile: 'nobody' },
    ]
  },
})

const read = (connectionId: string) => listIdentityPools({ connectionId, region: 'us-east-1' })

describe('a connection to a service that verifies signatures', () => {
  it.each(['keys', 'profile'])('works with the right %s', async (connectionId) => {
    expect(await read(connectionId)).toMatchObject({ ok: true })
  })

  it.each(['wrong-keys', 'stale-profile', 'no-profile', 'test'])(
    'says of %s that the credentials are not accepted',
    async (connectionId) => {
      const answer = await read(connectionId)
      expect(answer).toMatchObject({
        ok: false,
        error: { code: 'CREDENTIALS', hint: expect.stringContaining('profile') },
      })
      expect(JSON.stringify(answer)).not.toMatch(/secret|guess/)
    },
  )
})
