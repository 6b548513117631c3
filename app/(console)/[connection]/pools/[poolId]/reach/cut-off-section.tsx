'use client'

import { useState } from 'react'
import { CodeBlock } from '#components/ui/code-block.tsx'
import { Section } from '#components/ui/section.tsx'
import { SegmentedControl } from '#components/ui/segmented-control.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { cutOffCode, cutOffFormats, type CutOffFormat } from '#lib/code/cut-off-code.ts'
import { CREDENTIALS_LIVE, cutOffWords, type CutOff } from '#lib/reach/cut-off.ts'
import type { ReachReport } from '#lib/reach/reach-report.ts'

const choices = [
  { value: 'identity', label: 'One identity' },
  { value: 'sessions', label: 'All sessions until now' },
  { value: 'pool', label: 'The whole pool' },
] as const satisfies { value: CutOff['of']; label: string }[]

/** The policy that cuts credentials off, to copy: Lifeguard writes nothing in IAM. */
export function CutOffSection({ report }: { report: ReachReport }) {
  const [of, setOf] = useState<CutOff['of']>('sessions')
  const [format, setFormat] = useState<CutOffFormat>('json')
  const [identityId, setIdentityId] = useState('')
  const [now] = useState(() => new Date().toISOString().replace(/\.\d+Z$/, 'Z'))
  const arns = [...new Set(report.rows.flatMap(({ arn }) => arn ?? []))]
  const cut = cutOf(of, { identityId: identityId.trim() || 'IDENTITY_ID', before: now, poolId: report.poolId })
  const chosen = cutOffFormats.find(({ id }) => id === format) ?? cutOffFormats[0]
  return (
    <Section title="Cut off" description={`${CREDENTIALS_LIVE} Lifeguard writes nothing in IAM itself.`}>
      <div className="space-y-3">
        <div className="flex flex-wrap gap-3">
          <SegmentedControl label="Whom to cut off" options={[...choices]} value={of} onChange={setOf} />
          <SegmentedControl
            label="Format of the policy"
            options={cutOffFormats.map(({ id, label }) => ({ value: id, label }))}
            value={format}
            onChange={setFormat}
          />
        </div>
        {of === 'identity' && (
          <TextField
            label="Identity to cut off"
            mono
            value={identityId}
            onChange={({ target }) => setIdentityId(target.value)}
            className="max-w-form"
          />
        )}
        <p className="max-w-2xl text-soft">{cutOffWords[of]}</p>
        <CodeBlock label="Policy that cuts off" language={chosen.language} code={cutOffCode(cut, arns, format)} />
      </div>
    </Section>
  )
}

function cutOf(of: CutOff['of'], values: { identityId: string; before: string; poolId: string }): CutOff {
  if (of === 'identity') return { of, identityId: values.identityId }
  return of === 'pool' ? { of, poolId: values.poolId } : { of, before: values.before }
}
