import { tellOtherTabs } from '#lib/client/other-tabs.ts'
import { IDENTITY_TOPIC, type IdentityNews } from './identity-news.ts'
import { takeNews } from './take-news.ts'

/**
 * After an act on identities: puts right what this tab and the other tabs of this browser hold of them. Browser only.
 * `tellIdentities({ kind: 'merged', connectionId, identityIds: [stays, moves], poolId })`
 */
export function tellIdentities(news: IdentityNews): void {
  takeNews(news)
  tellOtherTabs(IDENTITY_TOPIC, news)
}
