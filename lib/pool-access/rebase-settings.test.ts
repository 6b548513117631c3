import { describe, expect, it } from 'vitest'
import { clashes } from '../facts/clashes.ts'
import type { Pool } from '../pools/pool.ts'
import { editedTags, startEdit, toAccessSettings } from './access-settings.ts'
import { accessChanges, poolChange } from './pool-change.ts'
import { rebaseSettings } from './rebase-settings.ts'
import type { AccessSettings } from './schema.ts'

const GOOGLE = 'accounts.google.com'
const pool: Pool = {
  poolId: 'us-east-1:1f',
  fingerprint: 'seen',
  region: 'us-east-1',
  name: 'Full',
  allowUnauthenticated: true,
  classicFlow: 'on',
  developerProviderName: null,
  loginProviders: { [GOOGLE]: 'google-app' },
  userPools: [],
  oidcProviderArns: [],
  samlProviderArns: [],
  tags: {},
}
const settings = (changed: Partial<AccessSettings>): AccessSettings => ({ ...toAccessSettings(pool), ...changed })

describe('settings that two people change', () => {
  it('have what is picked where both changed the same, and name each such thing', () => {
    const theirs = { ...pool, name: 'Theirs', fingerprint: 'moved' }
    const mine = settings({ name: 'Mine', classicFlow: 'off' })
    const found = clashes((pick) => accessChanges(theirs, rebaseSettings({ base: pool, mine, theirs, tags: [], pick })))
    expect(found.map(({ differences }) => differences.map(({ before, after }) => [before, after]))).toEqual([
      [['Theirs', 'Mine']],
    ])
    const taken = rebaseSettings({ base: pool, mine, theirs, tags: [], pick: () => 'theirs' })
    expect(poolChange(theirs, taken)).toEqual({ classicFlow: 'off' })
  })

  it('keep principal tags that only they changed beside one’s own', () => {
    const tags = (map: Record<string, string>) => ({
      provider: GOOGLE,
      useDefaults: false,
      tags: map,
      fingerprint: 'f',
    })
    const edit = {
      ...startEdit(GOOGLE, tags({ team: 'hd' })),
      rows: [
        { key: 'team', claim: 'hd' },
        { key: 'mine', claim: 'sub' },
      ],
    }
    const now = tags({ team: 'hd', theirs: 'aud' })
    const rebase = (principalTags: (typeof edit)[], pick: 'mine' | 'theirs' = 'mine') =>
      rebaseSettings({ base: pool, mine: settings({ principalTags }), theirs: pool, tags: [now], pick: () => pick })
        .principalTags
    expect(rebase([edit]).map(editedTags)).toEqual([
      { provider: GOOGLE, useDefaults: false, tags: { team: 'hd', theirs: 'aud', mine: 'sub' } },
    ])
    const defaults = { ...edit, mode: 'defaults' as const }
    expect(rebase([defaults], 'theirs')).toEqual([])
    expect(rebase([defaults]).map(({ mode, before }) => [mode, before])).toEqual([['defaults', now]])
  })
})
