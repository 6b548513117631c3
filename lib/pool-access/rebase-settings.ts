import { keepMine, rebaseList, rebaseMap, rebaseValue, same, type PickSide } from '../facts/rebase.ts'
import type { Pool } from '../pools/pool.ts'
import type { ProviderTags } from '../principal-tags/principal-tags.ts'
import { rebaseFields } from './access-fields.ts'
import { editedTags, startEdit, toAccessSettings } from './access-settings.ts'
import type { AccessSettings, PrincipalTagEdit } from './schema.ts'

type Rebase = { base: Pool; mine: AccessSettings; theirs: Pool; tags: ProviderTags[]; pick?: PickSide }

/** The operator's changes put on top of what the pool has become; `tags` are the providers' present principal tags. */
export function rebaseSettings({ base, mine, theirs, tags, pick = keepMine }: Rebase): AccessSettings {
  const from = toAccessSettings(base)
  const to = toAccessSettings(theirs)
  const nameOf = ({ name }: { name: string }) => name
  const twitter = rebaseValue(from.twitter, mine.twitter, to.twitter, pick, 'twitter')
  return {
    ...rebaseFields(from, mine, to, pick),
    loginProviders: rebaseList(from.loginProviders, mine.loginProviders, to.loginProviders, nameOf, {
      pick,
      unit: 'login',
    }),
    twitter: { ...twitter, keptKey: to.twitter.keptKey },
    principalTags: mine.principalTags.flatMap((edit) => rebaseEdit(edit, tags, pick)),
  }
}

/** An edit on top of the provider's present tags; none where theirs are to stay. */
function rebaseEdit(edit: PrincipalTagEdit, tags: ProviderTags[], pick: PickSide): PrincipalTagEdit[] {
  const { provider, before } = edit
  const now = tags.find((one) => one.provider === provider) ?? before
  const [old, present] = [before, now].map((one) => ({ useDefaults: one?.useDefaults ?? false, tags: one?.tags ?? {} }))
  if (now === null || !old || !present || same(old, present)) return [{ ...edit, before: now }]
  const { useDefaults, tags: own } = editedTags(edit)
  const unit = `principal tags ${provider}`
  const wanted =
    old.useDefaults || present.useDefaults || useDefaults
      ? rebaseValue(old, { useDefaults, tags: own }, present, pick, unit)
      : { useDefaults, tags: rebaseMap(old.tags, own, present.tags, { pick, unit }) }
  return same(wanted, present) ? [] : [{ ...startEdit(provider, { ...now, ...wanted }), before: now }]
}
