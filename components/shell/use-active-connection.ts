'use client'

import { useParams } from 'next/navigation'
import { useEffect, useSyncExternalStore } from 'react'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { decodeSegment } from '#lib/core/refs.ts'

const KEY = 'lifeguard-connection'

const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function remembered(): string {
  try {
    return sessionStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}

const unknown = () => null

function remember(id: string) {
  if (remembered() === id) return
  try {
    sessionStorage.setItem(KEY, id)
  } catch {
    // A browser that keeps nothing shows the first one on pages of all connections.
  }
  for (const listener of listeners) listener()
}

/**
 * The connection that the address names; on a page of all connections the last one of this tab, else the first. Null
 * when the address names one that does not exist, and in the document of such a page, which knows no tab.
 */
export function useActiveConnection(connections: ConnectionSummary[]): ConnectionSummary | null {
  const { connection } = useParams<{ connection?: string }>()
  const named = connection === undefined ? undefined : decodeSegment(connection)
  // Whoever stands at a named one has nothing to ask the tab for, and is drawn once.
  const last = useSyncExternalStore(subscribe, named === undefined ? remembered : unknown, unknown)
  const active = connections.find(({ id }) => id === (named ?? last)) ?? null
  const id = named === undefined ? undefined : active?.id
  useEffect(() => {
    if (id !== undefined) remember(id)
  }, [id])
  if (named !== undefined || active) return active
  return last === null && connections.length > 1 ? null : (connections[0] ?? null)
}
