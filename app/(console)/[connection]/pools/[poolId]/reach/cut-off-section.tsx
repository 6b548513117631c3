'use client'

import { useState } from 'react'
import { CutOffPolicy } from '#components/cut-off/cut-off-policy.tsx'
import { Section } from '#components/ui/section.tsx'
import { SegmentedControl } from '#components/ui/segmented-control.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { askedCutOff } from '#lib/reach/asked-cut-off.ts'
import { credentialsLive } from '#lib/reach/credential-life.ts'
import { NOT_RECALLED, type CutOff } from '#lib/reach/cut-off.ts'
import type { ReachReport } from '#lib/reach/reach-report.ts'
import { CutOffMoment } from './cut-off-moment.tsx'

const choices = [
  { value: 'identities', label: 'One identity' },
  { value: 'sessions', label: 'All sessions until now' },
  { value: 'pool', label: 'The whole pool' },
] as const satisfies { value: CutOff['of']; label: string }[]

/** The policy that cuts credentials off, to copy: Lifeguard writes nothing in IAM. */
export function CutOffSection({ report }: { report: ReachReport }) {
  const [of, setOf] = useState<CutOff['of']>('sessions')
  const [identityId, setIdentityId] = useState('')
  const [at, setAt] = useState<number | null>(null)
  const arns = [...new Set(report.rows.flatMap(({ arn }) => arn ?? []))]
  const cut = askedCutOff({ of, poolId: report.poolId, identityId, at })
  return (
    <Section title="Cut off" description={`${credentialsLive(report.life)} ${NOT_RECALLED}`}>
      <div className="space-y-3">
        <SegmentedControl
          label="Whom to cut off"
          options={[...choices]}
          value={of}
          onChange={(chosen) => {
            setOf(chosen)
            setAt(Date.now())
          }}
        />
        {of === 'identities' && (
          <TextField
            label="Identity to cut off"
            mono
            value={identityId}
            onChange={({ target }) => setIdentityId(target.value)}
            className="max-w-form"
          />
        )}
        {of === 'sessions' && <CutOffMoment at={at} onRenew={() => setAt(Date.now())} />}
        {cut !== null && <CutOffPolicy cut={cut} roles={arns} />}
      </div>
    </Section>
  )
}
