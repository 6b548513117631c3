'use client'

import { Check } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { MonoId } from '#components/ui/mono-id.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import type { PoolRef } from '#lib/core/refs.ts'
import { identityCount } from '#lib/identities/identity-count.ts'
import { NO_LAST_USE } from '#lib/identity-index/no-last-use.ts'
import type { RetentionPlan, RetentionRule, RetentionRun } from '#lib/retention/rule.ts'
import { grouped } from '#lib/core/grouped.ts'

const ApproveDialog = dynamic(() => import('./approve-dialog.tsx'), { ssr: false })

type FirstRunProps = {
  pool: PoolRef
  rule: RetentionRule
  run: RetentionRun
  plan: RetentionPlan
  denied: string | null
}

/** What a dry run found, and the button that lets the rule delete it. */
export function FirstRun({ pool, rule, run, plan, denied }: FirstRunProps) {
  const [approves, setApproves] = useState(false)
  return (
    <Callout tone="warning" title={`This run would delete ${identityCount(plan.would)}.`}>
      <div className="space-y-3">
        <p>
          The scan of <TimeStamp value={plan.scannedAt} zone local /> found {identityCount(plan.left)} that{' '}
          {plan.left === 1 ? 'matches' : 'match'}
          {keptSaid(plan.kept ?? 0)}. {NO_LAST_USE} What is deleted does not come back. From then on the rule deletes by
          itself.
        </p>
        {plan.signedIn > 0 && (
          <p className="font-medium text-danger-ink">
            {`${grouped(plan.signedIn)} of them are users who have signed in.`}
          </p>
        )}
        {plan.sample.length > 0 && (
          <ul aria-label="Some of them" className="space-y-1">
            {plan.sample.slice(0, 5).map((id) => (
              <li key={id}>
                <MonoId value={id} />
              </li>
            ))}
          </ul>
        )}
        <Button variant="danger" icon={<Check />} denied={denied} onClick={() => setApproves(true)}>
          Approve first run
        </Button>
        {approves && (
          <ApproveDialog pool={pool} rule={rule} runId={run.runId} plan={plan} onClose={() => setApproves(false)} />
        )}
      </div>
    </Callout>
  )
}

const keptSaid = (kept: number): string => (kept === 0 ? '' : `, and ${grouped(kept)} more that its keep list keeps`)
