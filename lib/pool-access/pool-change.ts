import { diffFacts, type FactChange } from '../facts/facts.ts'
import { same } from '../facts/rebase.ts'
import { poolFacts } from '../pools/pool-facts.ts'
import type { Pool } from '../pools/pool.ts'
import type { PoolChange } from '../pools/schema.ts'
import { settingsChange } from '../pools/settings-change.ts'
import { principalTagFacts, taggedProviders } from '../principal-tags/principal-tags.ts'
import { editedTags, wantedProviders, withSettings } from './access-settings.ts'
import type { AccessSettings, PrincipalTagEdit } from './schema.ts'

/** What the settings change of a pool, as its update takes it; null when they change nothing of the pool itself. */
export function poolChange(pool: Pool, settings: AccessSettings): PoolChange | null {
  const change = settingsChange(pool, withSettings(pool, settings), changedProviders(pool, settings))
  return Object.keys(change).length > 0 ? change : null
}

/** Null for every value that stays as it is, so that a hidden secret is never sent back masked. */
const changedProviders = (pool: Pool, settings: AccessSettings) =>
  Object.fromEntries(
    wantedProviders(settings, pool.loginProviders).map(([name, value]) => [
      name,
      value === pool.loginProviders[name] ? null : value,
    ]),
  )

/** The edits of principal tags that change something, of providers that the pool has after the change. */
export function tagEdits(pool: Pool, settings: AccessSettings): PrincipalTagEdit[] {
  const providers = new Set(taggedProviders(withSettings(pool, settings)))
  return settings.principalTags.filter((edit) => providers.has(edit.provider) && changesTags(edit))
}

function changesTags(edit: PrincipalTagEdit): boolean {
  const { useDefaults, tags } = editedTags(edit)
  const before = edit.before ?? { useDefaults: false, tags: {} }
  return useDefaults !== before.useDefaults || !same(tags, before.tags)
}

/** Everything that saving the settings would change, in the pool's own terms. */
export function accessChanges(pool: Pool, settings: AccessSettings): FactChange[] {
  const edits = tagEdits(pool, settings)
  const before = [...poolFacts(pool), ...edits.flatMap((edit) => (edit.before ? principalTagFacts(edit.before) : []))]
  const after = [
    ...poolFacts(withSettings(pool, settings)),
    ...edits.flatMap((edit) => principalTagFacts(editedTags(edit))),
  ]
  return diffFacts(before, after)
}
