import { getQueryClient } from '#lib/client/query-client.ts'
import { forgetRows } from '../data-table/row-selections.ts'
import { forgetPersons } from '../recent-people.ts'
import type { IdentityNews } from './identity-news.ts'
import { putRight } from './put-right.ts'

/** Puts right what this tab holds of identities that are other than it knows. Browser only. */
export function takeNews(news: IdentityNews): void {
  putRight(getQueryClient(), news)
  if (news.kind !== 'deleted') return
  forgetRows(news.identityIds)
  forgetPersons(news.connectionId, news.identityIds)
}
