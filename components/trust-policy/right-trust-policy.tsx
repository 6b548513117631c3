'use client'

import { useState } from 'react'
import { trustFormats, type TrustToCopy } from '#lib/code/trust-code.ts'
import { CodeBlock } from '../ui/code-block.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'

/** A right trust policy to copy, in the languages of other tools. */
export function RightTrustPolicy({ trust }: { trust: TrustToCopy }) {
  const [chosen, setChosen] = useState(trustFormats[0]?.id ?? 'json')
  const format = trustFormats.find(({ id }) => id === chosen)
  if (!format) return null
  const whose = trust.users === 'authenticated' ? 'signed-in users' : 'guests'
  return (
    <div className="space-y-2">
      <SegmentedControl
        label={`Format of the trust policy for ${whose}`}
        options={trustFormats.map(({ id, label }) => ({ value: id, label }))}
        value={format.id}
        onChange={setChosen}
      />
      <CodeBlock label={`trust policy for ${whose}`} language={format.language} code={format.code(trust)} />
      <p className="text-xs text-soft">
        {trust.tags
          ? 'The pool has principal tags: sts:TagSession lets them through.'
          : 'The pool has no principal tags. With some, sts:TagSession is needed too.'}
      </p>
    </div>
  )
}
