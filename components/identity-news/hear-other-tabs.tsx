'use client'

import { useEffect } from 'react'
import { onOtherTabs } from '#lib/client/other-tabs.ts'
import { IDENTITY_TOPIC, identityNews } from './identity-news.ts'

/** Keeps this tab true to what other tabs do. */
export function HearOtherTabs() {
  useEffect(() => onOtherTabs(IDENTITY_TOPIC, (told) => void take(told)), [])
  return null
}

/** What puts right is loaded when there is something to put right, for this stands on every page. */
async function take(told: unknown): Promise<void> {
  const news = identityNews(told)
  if (news) (await import('./take-news.ts')).takeNews(news)
}
