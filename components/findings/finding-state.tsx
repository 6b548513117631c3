'use client'

import { useQueryClient } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { ActStatus } from '../save/act-status.tsx'
import { Button } from '../ui/button.tsx'
import { useDenial } from '../use-denial.ts'
import { useOperation } from '../use-operation.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { findingReopening, poolReport } from '#lib/findings/queries.ts'
import type { Finding } from '#lib/findings/report.ts'

const SuppressDialog = dynamic(() => import('./suppress-dialog.tsx'), { ssr: false })

type FindingStateProps = {
  pool: PoolRef
  finding: Finding
  title: string
  /** Among others, where the button has to say which one it is about. */
  inList?: boolean
}

/** Whether a finding counts, and the button that changes it. */
export function FindingState({ pool, finding, title, inList = false }: FindingStateProps) {
  const queryClient = useQueryClient()
  const [suppressing, setSuppressing] = useState(false)
  const denied = useDenial(pool.connectionId, 'findings:suppress')
  const reopening = useOperation(findingReopening)
  const { suppressed } = finding
  const look = () => void queryClient.invalidateQueries({ queryKey: poolReport(pool).queryKey })
  const verb = suppressed ? 'Reopen' : 'Suppress'
  return (
    <>
      <Button
        {...(inList && {
          size: 'sm',
          'aria-label': `${verb}: ${[title, finding.subject].filter(Boolean).join(', ')}`,
        })}
        denied={denied}
        pending={reopening.isPending}
        onClick={() =>
          suppressed ? reopening.run({ pool, finding }, { onSuccess: look, onError: look }) : setSuppressing(true)
        }
      >
        {verb}
      </Button>
      <ActStatus
        act={reopening}
        failed="The finding is still suppressed"
        unknown="Nobody knows whether the finding was reopened"
      />
      {suppressing && (
        <SuppressDialog pool={pool} finding={finding} title={title} onClose={() => setSuppressing(false)} />
      )}
    </>
  )
}
