import { rebaseList, same } from '../facts/rebase.ts'
import type { Pool } from '../pools/pool.ts'
import type { ProviderTags } from '../principal-tags/principal-tags.ts'
import { rebaseFields } from './access-fields.ts'
import { toAccessSettings } from './access-settings.ts'
import type { AccessSettings } from './schema.ts'

type Rebase = { base: Pool; mine: AccessSettings; theirs: Pool; tags: ProviderTags[] }

/** The operator's changes put on top of what the pool has become; `tags` are the providers' present principal tags. */
export function rebaseSettings({ base, mine, theirs, tags }: Rebase): AccessSettings {
  const from = toAccessSettings(base)
  const to = toAccessSettings(theirs)
  const twitter = same(from.twitter, mine.twitter) ? to.twitter : { ...mine.twitter, keptKey: to.twitter.keptKey }
  return {
    ...rebaseFields(from, mine, to),
    loginProviders: rebaseList(from.loginProviders, mine.loginProviders, to.loginProviders, ({ name }) => name),
    twitter,
    principalTags: mine.principalTags.map((edit) => ({
      ...edit,
      before: tags.find(({ provider }) => provider === edit.provider) ?? edit.before,
    })),
  }
}
