'use client'

import { useState } from 'react'
import { CodeBlock } from '#components/ui/code-block.tsx'
import { Section } from '#components/ui/section.tsx'
import { SegmentedControl } from '#components/ui/segmented-control.tsx'
import { uses, type Use } from '#lib/connections/needed-policy.ts'
import { policyFormats } from '#lib/connections/policy-formats.ts'

const labels: Record<Use, string> = { look: 'Look', support: 'Support people', administer: 'Administer pools' }

/** The IAM policy with the least that a connection needs, to copy. */
export function NeededPolicy({ readsIam }: { readsIam: boolean }) {
  const [use, setUse] = useState<Use>('look')
  const [chosen, setChosen] = useState(policyFormats[0]?.id ?? 'json')
  const format = policyFormats.find(({ id }) => id === chosen)
  if (!format) return null
  return (
    <Section
      title="IAM policy"
      description="The least that the credentials of this connection need, by what its people may do. Every operation is named. To look at some pools only, put their ARNs in place of the star: listing pools needs it."
    >
      <div className="space-y-3">
        <SegmentedControl
          label="What people do"
          options={uses.map((value) => ({ value, label: labels[value] }))}
          value={use}
          onChange={setUse}
        />
        <SegmentedControl
          label="Format of the policy"
          options={policyFormats.map(({ id, label }) => ({ value: id, label }))}
          value={format.id}
          onChange={setChosen}
        />
        <CodeBlock label="IAM policy" language={format.language} code={format.code({ use, readsIam })} />
      </div>
    </Section>
  )
}
