'use client'

import { useState } from 'react'
import { CodeBlock } from '#components/ui/code-block.tsx'
import { Section } from '#components/ui/section.tsx'
import { SegmentedControl } from '#components/ui/segmented-control.tsx'
import { NOT_LOGGED, seenQueries } from '#lib/reach/seen-queries.ts'

/** The queries over CloudTrail that show who came through a pool, to copy. */
export function SeenSection({ poolId }: { poolId: string }) {
  const queries = seenQueries({ poolId, identityId: null })
  const [chosen, setChosen] = useState(queries[0]?.id ?? 'athena')
  const query = queries.find(({ id }) => id === chosen)
  return (
    <Section title="What would be seen" description={NOT_LOGGED}>
      <div className="space-y-3">
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
