'use client'

import { useState } from 'react'

type Accepted = { age: boolean; users: boolean }

const nothing: Accepted = { age: false, users: false }

/** What somebody accepts about a scan: its age, and the users that it found. Of another scan it has to be accepted anew. */
export function useAccepted(scanId: number | null) {
  const [given, setGiven] = useState({ scanId, ...nothing })
  const accepted: Accepted = scanId !== null && given.scanId === scanId ? given : nothing
  return {
    accepted,
    accept: (change: Partial<Accepted>) => setGiven({ ...accepted, ...change, scanId }),
  }
}
