'use client'

import { useState } from 'react'
import { CutOffPolicy } from '#components/cut-off/cut-off-policy.tsx'
import { Section } from '#components/ui/section.tsx'
import { SegmentedControl } from '#components/ui/segmented-control.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { askedCutOff, cutOffFault } from '#lib/reach/asked-cut-off.ts'
import { credentialsLive } from '#lib/reach/credential-life.ts'
import { NOT_RECALLED, type CutOff } from '#lib/reach/cut-off.ts'
import type { ReachReport } from '#lib/reach/reach-report.ts'
import { rolesGot } from '#lib/reach/roles-got.ts'
import { CutOffMoment } from './cut-off-moment.tsx'

const choices = [
  { value: 'identities', label: 'One identity' },
  { value: 'sessions', label: 'All sessions until now' },
  { value: 'pool', label: 'The whole pool' },
] as const satisfies { value: CutOff['of']; label: string }[]

type CutOffSectionProps = {
  report: ReachReport
  /** The identity from whose page somebody came. */
  identityId: string | null
}

/** The policy that cuts credentials off, to copy: Lifeguard writes nothing in IAM. */
export function CutOffSection({ report, identityId: about }: CutOffSectionProps) {
  const [of, setOf] = useState<CutOff['of']>(about === null ? 'sessions' : 'identities')
  const [identityId, setIdentityId] = useState(about ?? '')
  const [at, setAt] = useState<number | null>(null)
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
            required
            value={identityId}
            error={cutOffFault(identityId, report.poolId) ?? undefined}
            onChange={({ target }) => setIdentityId(target.value)}
            className="max-w-form"
          />
        )}
        {of === 'sessions' && <CutOffMoment at={at} onRenew={() => setAt(Date.now())} />}
        {cut !== null && <CutOffPolicy cut={cut} roles={rolesGot(report.rows)} />}
      </div>
    </Section>
  )
}
