'use client'

import { useQueryClient } from '@tanstack/react-query'
import { RotateCw, Unplug } from 'lucide-react'
import { useEffect, useSyncExternalStore } from 'react'
import { holdRequests } from '#lib/client/hold-requests.ts'
import { askServerNow, onServerReach, serverReach } from '#lib/client/server-reach.ts'
import { toast } from '#lib/client/toast.ts'
import { Button } from './ui/button.tsx'

/** Over the page while the console's server cannot be reached; what waits for it goes on when it is back. */
export function ServerGone() {
  const client = useQueryClient()
  const reach = useSyncExternalStore(onServerReach, serverReach, () => 'there' as const)
  const gone = reach !== 'there'

  useEffect(holdRequests, [])
  useEffect(() => {
    if (!gone) return
    return () => {
      toast({ title: 'The Lifeguard server answers again', tone: 'success' })
      void client.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' })
    }
  }, [gone, client])

  return (
    <div
      role="alert"
      className={`fixed inset-x-4 top-15 z-50 mx-auto flex max-w-xl flex-wrap items-start gap-x-3 gap-y-2 rounded-lg border border-danger-line bg-raised p-3 shadow-raised print:hidden ${gone ? '' : 'hidden'}`}
    >
      {gone && (
        <>
          <Unplug className="mt-0.5 size-4.5 shrink-0 text-danger-ink" />
          <div className="min-w-0 flex-1 basis-64">
            <p className="font-medium">The Lifeguard server does not answer</p>
            <p className="text-soft">
              What you typed is still here. The page goes on by itself as soon as the server answers again; do not
              reload it before.
            </p>
          </div>
          <Button size="sm" icon={<RotateCw />} pending={reach === 'asked'} onClick={askServerNow}>
            Try again
          </Button>
        </>
      )}
    </div>
  )
}
