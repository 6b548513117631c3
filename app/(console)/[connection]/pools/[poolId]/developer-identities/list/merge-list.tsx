'use client'

import { ArrowLeftRight } from 'lucide-react'
import { useState } from 'react'
import { UserIdentifier } from '#components/developer-identities/user-identifier.tsx'
import { FailureState } from '#components/failure-state.tsx'
import { ListField } from '#components/people/list-field.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import { useRoleDenial } from '#components/use-role-denial.ts'
import { NOT_TEXT } from '#lib/core/listable.ts'
import { unwrap } from '#lib/core/result.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { LISTED_MOST } from '#lib/jobs/bounds.ts'
import { checkMerges } from '#lib/jobs/list-actions.ts'
import { pairItem } from '#lib/jobs/merge-item.ts'
import { listedPairs } from '#lib/people/listed-pairs.ts'
import { tooLong, useListJob } from './use-list-job.ts'
import { grouped } from '#lib/core/grouped.ts'

const SHOWN = 3

/** `first`: the text to begin with. */
type MergeListProps = { pool: PoolRef; providerName: string; first: string }

/** Pairs of users whose identities are one person's: a job checks them, and what has no conflict can be merged. */
export function MergeList({ pool, providerName, first }: MergeListProps) {
  const [text, setText] = useState(first)
  const [isSwapped, setSwapped] = useState(false)
  const { pairs, columns, unread, isWhole } = listedPairs(text, isSwapped)
  const job = useListJob(pool.connectionId, () => unwrap(checkMerges({ pool, pairs })))
  const mergeDenied = useRoleDenial(pool.connectionId, 'identities:merge')
  const long = tooLong(pairs)
  return (
    <Section
      title="Merge a list"
      description="A job looks at both sides of each pair first and names every conflict. Nothing is merged before you have seen that."
    >
      <Card>
        <ListField
          label="Pairs of users"
          hint={`Two users of ${providerName} a line, as CSV: the identity of the first is merged into that of the second and disabled for good. A first line may name the columns, such as source,destination. Up to ${grouped(LISTED_MOST)}.`}
          error={long ?? (isWhole ? unreadSaid(unread) : NOT_TEXT)}
          text={text}
          onText={setText}
        />
        {pairs.length > 0 && (
          <div className="mt-3 space-y-2">
            <p className="text-soft">
              {columns
                ? `“${columns.source}” moves into “${columns.destination}”, which stays:`
                : 'The first moves into the second, which stays:'}
            </p>
            <ul aria-label="First pairs" className="space-y-1">
              {pairs.slice(0, SHOWN).map(({ source, destination }) => (
                <li key={pairItem({ source, destination })} className="flex flex-wrap items-start gap-x-2">
                  <UserIdentifier value={source} />
                  <span className="text-soft">moves into</span>
                  <UserIdentifier value={destination} />
                </li>
              ))}
            </ul>
            <Button icon={<ArrowLeftRight />} onClick={() => setSwapped(!isSwapped)}>
              Swap the columns
            </Button>
          </div>
        )}
        <Button
          variant="primary"
          className="mt-4"
          disabled={pairs.length === 0 || long !== null}
          denied={mergeDenied ?? job.denied}
          pending={job.isPending}
          onClick={job.start}
        >
          {pairs.length === 0 ? 'Check' : `Check ${grouped(pairs.length)} ${pairs.length === 1 ? 'merge' : 'merges'}`}
        </Button>
        {job.error && <FailureState title="The list was not checked" error={job.error} compact />}
      </Card>
    </Section>
  )
}

function unreadSaid(lines: readonly number[]): string | undefined {
  if (lines.length === 0) return undefined
  const some = lines.slice(0, 5).join(', ')
  const more = lines.length > 5 ? ` and ${grouped(lines.length - 5)} more` : ''
  return lines.length === 1
    ? `Line ${some} holds no two users that can be looked up, and is left out.`
    : `Lines ${some}${more} hold no two users that can be looked up, and are left out.`
}
