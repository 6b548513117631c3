'use client'

import { useState } from 'react'
import { cutOffCode, cutOffFormats, type CutOffFormat } from '#lib/code/cut-off-code.ts'
import { cutOffWords, type CutOff } from '#lib/reach/cut-off.ts'
import { CodeBlock } from '../ui/code-block.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'

/** A policy that cuts credentials off, for the roles that hand them out, and what it hits besides; to copy. */
export function CutOffPolicy({ cut, roles }: { cut: CutOff; roles: readonly string[] }) {
  const [format, setFormat] = useState<CutOffFormat>('json')
  const chosen = cutOffFormats.find(({ id }) => id === format) ?? cutOffFormats[0]
  return (
    <div className="space-y-3">
      <p className="max-w-2xl text-soft">{cutOffWords[cut.of]}</p>
      <SegmentedControl
        label="Format of the policy"
        options={cutOffFormats.map(({ id, label }) => ({ value: id, label }))}
        value={format}
        onChange={setFormat}
      />
      <CodeBlock label="Policy that cuts off" language={chosen.language} code={cutOffCode(cut, roles, format)} />
    </div>
  )
}
