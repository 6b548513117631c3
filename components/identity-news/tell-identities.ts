import { getQueryClient } from '#lib/client/query-client.ts'
import { onOtherTabs, tellOtherTabs } from '#lib/client/other-tabs.ts'
import { forgetPerson } from '../recent-people.ts'
import { identityNews, type IdentityNews } from './identity-news.ts'
import { putRight } from './put-right.ts'

const TOPIC = 'identities'

/**
 * After an act on identities: puts right what this tab and the other tabs of this browser hold of them. Browser only.
 * `tellIdentities({ kind: 'merged', connectionId, identityIds: [stays, moves], poolId })`
 */
export function tellIdentities(news: IdentityNews): void {
  take(news)
  tellOtherTabs(TOPIC, news)
}

/** Puts right what this tab holds, as other tabs tell. Returns the disconnect. */
export const hearIdentities = (): (() => void) =>
  onOtherTabs(TOPIC, (told) => {
    const news = identityNews(told)
    if (news) take(news)
  })

function take(news: IdentityNews): void {
  putRight(getQueryClient(), news)
  if (news.kind !== 'deleted') return
  for (const identityId of news.identityIds) forgetPerson({ connectionId: news.connectionId, identityId })
}
