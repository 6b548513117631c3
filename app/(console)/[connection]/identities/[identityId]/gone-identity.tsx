'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { UserRoundX } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { forgetPersons } from '#components/recent-people.ts'
import { Loaded } from '#components/loaded.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { consoleSession } from '#lib/connections/queries.ts'
import { auditKeys, identityFate } from '#lib/history/queries.ts'
import type { IdentityRef } from '#lib/core/refs.ts'
import { GoneText } from './gone-text.tsx'

type GoneIdentityProps = {
  identity: IdentityRef
  /** It was on this page before. */
  wasHere: boolean
  action: ReactNode
}

/** In place of an identity that the service does not know: who deleted it and when, where the audit log knows. */
export function GoneIdentity({ identity, wasHere, action }: GoneIdentityProps) {
  const { connectionId, identityId } = identity
  const client = useQueryClient()
  const fate = useQuery(identityFate(identity))
  const { data, isFetchedAfterMount } = fate
  // What was read while it was there tells nothing of its end.
  const isOlder = wasHere && !isFetchedAfterMount && data?.deleted === null
  const session = useQuery(consoleSession())
  const connection = session.data?.connections.find(({ id }) => id === connectionId)?.name ?? connectionId
  useEffect(() => {
    forgetPersons(connectionId, [identityId])
    void client.invalidateQueries({ queryKey: auditKeys.identity({ connectionId, identityId }) })
  }, [client, connectionId, identityId])
  return (
    <>
      <h1 className="sr-only">Identity not found</h1>
      <Loaded
        query={isOlder ? { ...fate, data: undefined } : fate}
        title="The audit log could not be read"
        skeleton="h-40"
      >
        {({ deleted, mergedInto, mayHaveMergedInto: [doubt = null] }) => {
          const title = deleted || wasHere ? 'This identity is gone' : 'There is no such identity'
          return (
            <div role="alert">
              <EmptyState
                icon={<UserRoundX />}
                title={title}
                text={<GoneText connection={connection} wasHere={wasHere} {...{ deleted, mergedInto, doubt }} />}
                action={action}
              />
              <p className="flex items-center justify-center gap-1">
                <span className="min-w-0 font-mono text-xs wrap-anywhere text-soft">{identityId}</span>
                <CopyButton value={identityId} label="Copy identity ID" />
              </p>
            </div>
          )
        }}
      </Loaded>
    </>
  )
}
