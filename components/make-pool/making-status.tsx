'use client'

import { errorShape } from '#lib/core/errors.ts'
import { poolsPath } from '#lib/core/paths.ts'
import { ActStatus } from '../save/act-status.tsx'
import { ButtonLink } from '../ui/button-link.tsx'

type MakingStatusProps = {
  act: { isPending: boolean; error: unknown }
  connectionId: string
  failed: string
  /** The same where nobody can tell. */
  unknown?: string
  /** There is no pool yet, as far as is known. */
  without?: boolean
}

/** How a making stands, where that needs words; whether there is a pool can be looked up in the list of pools. */
export function MakingStatus({ act, connectionId, failed, unknown = failed, without = false }: MakingStatusProps) {
  const look = without && act.error && ['UNKNOWN_OUTCOME', 'NOT_READ_BACK'].includes(errorShape(act.error).code)
  return (
    <div className="max-w-form rounded-lg border border-line empty:hidden">
      <ActStatus
        act={act}
        failed={failed}
        unknown={unknown}
        action={look ? <ButtonLink href={poolsPath(connectionId)}>Look at the pools</ButtonLink> : null}
      />
    </div>
  )
}
