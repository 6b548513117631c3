import { describe, expect, it } from 'vitest'
import { closedSettings } from '../pools/each-setting.ts'
import type { Pool } from '../pools/pool.ts'
import { toAccessSettings } from './access-settings.ts'
import { poolChange } from './pool-change.ts'
import { accessSettingsSchema, type AccessSettings } from './schema.ts'

const userPool = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'
const pool: Pool = {
  ...closedSettings,
  poolId: 'us-east-1:1f',
  fingerprint: 'seen',
  region: 'us-east-1',
  name: 'Full',
  userPools: [{ providerName: userPool, clientId: 'client1', serverSideTokenCheck: true }],
}
const settingsWith = (changed: Partial<AccessSettings>): AccessSettings => ({ ...toAccessSettings(pool), ...changed })

describe('a user pool', () => {
  const typed = (providerName: string) => [
    ...pool.userPools,
    { providerName, clientId: 'client2', serverSideTokenCheck: true },
  ]

  it.each(['us-east-1_AbCdEf123', `https://${userPool}/`, ` ${userPool}`])(
    'typed as %s is saved by its name',
    (text) => {
      const form = settingsWith({ userPools: typed(text) })
      expect(poolChange(pool, form)).toEqual({ userPools: typed(userPool) })
      expect(accessSettingsSchema.parse(form).userPools).toEqual(typed(userPool))
    },
  )

  it('cannot be listed twice in two forms', () => {
    const twice = settingsWith({ userPools: [...pool.userPools, ...pool.userPools] })
    const [first, second] = twice.userPools
    const form = { ...twice, userPools: [first, { ...second, providerName: 'us-east-1_AbCdEf123' }] }
    expect(accessSettingsSchema.safeParse(form).error?.issues[0]?.path).toEqual(['userPools', 1, 'clientId'])
  })

  it('that the pool has under another name stays while user pools are left alone', () => {
    const named = {
      ...pool,
      userPools: [{ providerName: 'us-east-1_Bare1', clientId: 'a', serverSideTokenCheck: true }],
    }
    const form = { ...toAccessSettings(named), name: 'Other' }
    expect(poolChange(named, form)).toEqual({ name: 'Other' })
  })
})
