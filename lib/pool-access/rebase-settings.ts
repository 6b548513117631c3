import { rebaseList, rebaseValue, same } from '../facts/rebase.ts'
import type { Pool } from '../pools/pool.ts'
import type { ProviderTags } from '../principal-tags/principal-tags.ts'
import { toAccessSettings } from './access-settings.ts'
import type { AccessSettings } from './schema.ts'

type Rebase = { base: Pool; mine: AccessSettings; theirs: Pool; tags: ProviderTags[] }

/** The operator's changes put on top of what the pool has become; `tags` are the providers' present principal tags. */
export function rebaseSettings({ base, mine, theirs, tags }: Rebase): AccessSettings {
  const from = toAccessSettings(base)
  const to = toAccessSettings(theirs)
  const value = <K extends keyof AccessSettings>(key: K) => rebaseValue(from[key], mine[key], to[key])
  const arn = (row: { arn: string }) => row.arn
  const social = rebaseList(from.loginProviders, mine.loginProviders, to.loginProviders, ({ name }) => name)
  const keptTwitter = same(from.twitter, mine.twitter)
  return {
    name: value('name'),
    allowUnauthenticated: value('allowUnauthenticated'),
    classicFlow: value('classicFlow'),
    developerProviderName: to.developerProviderName || mine.developerProviderName,
    userPools: rebaseList(
      from.userPools,
      mine.userPools,
      to.userPools,
      ({ providerName, clientId }) => `${providerName} ${clientId}`,
    ),
    loginProviders: social,
    twitter: keptTwitter ? to.twitter : { ...mine.twitter, keptKey: to.twitter.keptKey },
    oidcProviderArns: rebaseList(from.oidcProviderArns, mine.oidcProviderArns, to.oidcProviderArns, arn),
    samlProviderArns: rebaseList(from.samlProviderArns, mine.samlProviderArns, to.samlProviderArns, arn),
    principalTags: mine.principalTags.map((edit) => ({
      ...edit,
      before: tags.find(({ provider }) => provider === edit.provider) ?? edit.before,
    })),
  }
}
