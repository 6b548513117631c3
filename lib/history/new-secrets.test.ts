import { expect, it } from 'vitest'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { unwrap } from '../core/result.ts'
import { createIdentityPool, updateIdentityPool } from '../pools/actions.ts'
import { listAuditEntries } from './actions.ts'
import { everything } from './audit-filter.ts'

const lifeguard = consoleForTests()

it.each(['api.twitter.com', 'www.digits.com'])(
  'no entry keeps the secret of %s, whether a save was made or refused',
  async (provider) => {
    const place = { connectionId: 'test', region: 'us-east-1' }
    const made = await unwrap(
      createIdentityPool({ ...place, name: 'Kiosk', loginProviders: { [provider]: 'key;HUSH-new' } }),
    )
    const pool = { connectionId: 'test', poolId: made.poolId }
    const change = { loginProviders: { [provider]: 'key;HUSH-next' } }
    expect(await updateIdentityPool({ pool, seen: 'something else', change })).toMatchObject({ ok: false })
    expect(await updateIdentityPool({ pool, seen: made.fingerprint, change })).toMatchObject({ ok: true })
    const kept = JSON.stringify([await lifeguard.auditRows(), await listAuditEntries({ filter: everything })])
    expect(kept).toContain('key;•••')
    expect(kept).not.toContain('HUSH')
  },
)
