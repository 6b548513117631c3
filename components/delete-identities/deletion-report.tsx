'use client'

import { AppError } from '#lib/core/errors.ts'
import { notDeleted, type DeletionState } from '#lib/identities/delete-run.ts'
import { identityCount } from '#lib/identities/identity-count.ts'
import { FailureState } from '../failure-state.tsx'
import { Callout } from '../ui/callout.tsx'
import { LeftIdentities } from './left-identities.tsx'

type DeletionReportProps = { state: DeletionState; deletedBefore: number; total: number }

/** How the deletion ended, to the identity. */
export function DeletionReport({ state, deletedBefore, total }: DeletionReportProps) {
  const deleted = deletedBefore + state.deleted.length
  const left = notDeleted(state)
  return (
    <div className="space-y-4">
      <div role="status" className="space-y-1">
        <p className="text-base font-medium">{headline(deleted, total, left)}</p>
        <ul className="text-soft">
          {state.refused.length > 0 && <li>{`${state.refused.length} refused by the service`}</li>}
          {state.unknown.length > 0 && (
            <li>{`${state.unknown.length} sent without an answer: deleted or not is not known`}</li>
          )}
          {state.waiting.length > 0 && <li>{`${state.waiting.length} not attempted`}</li>}
        </ul>
      </div>
      {state.phase === 'stopped' && <Callout>You stopped the deletion. What was deleted stays deleted.</Callout>}
      {state.failure && (
        <FailureState title="The deletion could not go on" error={new AppError(state.failure)} compact />
      )}
      {left > 0 && <LeftIdentities state={state} />}
    </div>
  )
}

function headline(deleted: number, total: number, left: number): string {
  return left === 0
    ? `Deleted ${identityCount(deleted)}.`
    : `Deleted ${deleted.toLocaleString('en')} of ${identityCount(total)}.`
}
