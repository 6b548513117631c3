'use client'

import { useState } from 'react'
import { FailureState } from '#components/failure-state.tsx'
import { ListField } from '#components/people/list-field.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import { NOT_TEXT } from '#lib/core/listable.ts'
import { unwrap } from '#lib/core/result.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { LISTED_MOST } from '#lib/jobs/bounds.ts'
import { lookUpList } from '#lib/jobs/list-actions.ts'
import { listedItems } from '#lib/people/listed-items.ts'
import { tooLong, useListJob } from './use-list-job.ts'
import { grouped } from '#lib/core/grouped.ts'

/** `providerName`: of the pool's developer provider; null without one. `first`: the text to begin with. */
type LookUpListProps = { pool: PoolRef; providerName: string | null; first: string }

/** Up to 10,000 users or identities of a pool, looked up by a job. */
export function LookUpList({ pool, providerName, first }: LookUpListProps) {
  const [text, setText] = useState(first)
  const { items, tokens, odd, isWhole } = listedItems(text)
  const job = useListJob(pool.connectionId, () => unwrap(lookUpList({ pool, items })))
  const whom = providerName === null ? 'Identity IDs' : `Users of ${providerName} or identity IDs`
  const long = tooLong(items)
  return (
    <Section
      title="Look up a list"
      description="A job looks up each, and its results can be downloaded as CSV: identity, state, logins and users."
    >
      <Card>
        <ListField
          label={providerName === null ? 'Identities' : 'Users or identities'}
          hint={`${whom}: one a line, or CSV with a column of them; up to ${grouped(LISTED_MOST)}. ${
            providerName === null
              ? 'This pool has no developer provider, and AWS does not tell which pool an identity is of: those of other pools in this Region are found as well.'
              : 'Tokens are sent nowhere.'
          }`}
          error={long ?? (isWhole ? leftOutSaid(tokens, odd) : NOT_TEXT)}
          text={text}
          onText={setText}
        />
        <Button
          variant="primary"
          className="mt-4"
          disabled={items.length === 0 || long !== null}
          denied={job.denied}
          pending={job.isPending}
          onClick={job.start}
        >
          {items.length === 0 ? 'Look up' : `Look up ${grouped(items.length)}`}
        </Button>
        {job.error && <FailureState title="The list was not looked up" error={job.error} compact />}
      </Card>
    </Section>
  )
}

function leftOutSaid(tokens: number, odd: number): string | undefined {
  const said = [
    ...(tokens > 0 ? [`${tokensSaid(tokens)} left out: a token is no identifier.`] : []),
    ...(odd > 0 ? [`${oddSaid(odd)} left out: too long, or not plain text.`] : []),
  ]
  return said.length === 0 ? undefined : said.join(' ')
}

const oddSaid = (count: number) => (count === 1 ? 'One line is' : `${grouped(count)} lines are`)

const tokensSaid = (count: number) =>
  count === 1 ? 'One line that holds a token is' : `${grouped(count)} lines that hold tokens are`
