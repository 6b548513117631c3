'use client'

import { useEffect } from 'react'
import { hearIdentities } from './tell-identities.ts'

/** Keeps this tab true to what other tabs do. */
export function HearOtherTabs() {
  useEffect(hearIdentities, [])
  return null
}
