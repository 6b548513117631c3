'use client'

import { useState } from 'react'
import { CodeBlock } from '#components/ui/code-block.tsx'
import { Section } from '#components/ui/section.tsx'
import { SegmentedControl } from '#components/ui/segmented-control.tsx'
import { isId } from '#lib/core/limits.ts'
import type { ReachReport } from '#lib/reach/reach-report.ts'
import { rolesGot } from '#lib/reach/roles-got.ts'
import { NOT_LOGGED, seenQueries } from '#lib/reach/seen-queries.ts'

type SeenSectionProps = {
  report: ReachReport
  /** The identity from whose page somebody came. */
  identityId: string | null
}

const subjects = [
  { value: 'identity', label: 'This identity' },
  { value: 'pool', label: 'The whole pool' },
] as const satisfies { value: string; label: string }[]

/** The queries over CloudTrail that show who came through a pool, or what was asked for an identity, to copy. */
export function SeenSection({ report, identityId }: SeenSectionProps) {
  const identity = identityId !== null && isId(identityId) ? identityId : null
  const [of, setOf] = useState<(typeof subjects)[number]['value']>('identity')
  const queries = seenQueries({
    poolId: report.poolId,
    identityId: of === 'identity' ? identity : null,
    roles: rolesGot(report.rows),
  })
  const [chosen, setChosen] = useState(queries[0]?.id ?? 'athena')
  const query = queries.find(({ id }) => id === chosen)
  return (
    <Section title="What would be seen" description={NOT_LOGGED}>
      <div className="space-y-3">
        {identity !== null && (
          <SegmentedControl label="Of whom to ask" options={[...subjects]} value={of} onChange={setOf} />
        )}
        <SegmentedControl
          label="Where the trail is kept"
          options={queries.map(({ id, label }) => ({ value: id, label }))}
          value={chosen}
          onChange={setChosen}
        />
        {query && <CodeBlock label={`Query for ${query.label}`} code={query.text} />}
      </div>
    </Section>
  )
}
