'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { QueryFailure } from '#components/query-failure.tsx'
import { Badge, type BadgeTone } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import { SelectField } from '#components/ui/select-field.tsx'
import { Shown } from '#components/ui/shown.tsx'
import { connectionTest } from '#lib/connections/queries.ts'
import type { TestedCall } from '#lib/connections/tested-call.ts'

const looks: Record<TestedCall['outcome'], { tone: BadgeTone; label: string }> = {
  answered: { tone: 'success', label: 'Answered' },
  refused: { tone: 'danger', label: 'Refused' },
  'not-tried': { tone: 'neutral', label: 'Not tried: there is nothing to ask about' },
}

/** Tries the reading calls of a connection when it is told to, and names what is refused. */
export function ConnectionTest({ connectionId, regions }: { connectionId: string; regions: readonly string[] }) {
  const [region, setRegion] = useState(regions[0] ?? '')
  const query = useQuery(connectionTest(connectionId, region))
  return (
    <Section
      title="Test this connection"
      description="Tries each reading call once, on the first pool, identity, role and user pool. Nothing is changed, so calls that write are not tried."
    >
      <Card className="space-y-4">
        {regions.length > 1 && (
          <SelectField label="Region" value={region} onChange={(event) => setRegion(event.target.value)}>
            {regions.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </SelectField>
        )}
        <Button pending={query.isFetching} onClick={() => void query.refetch()}>
          Test this connection
        </Button>
        <QueryFailure query={query} title="The connection could not be tested" bare />
        <p role="status" className={query.data ? 'font-medium' : 'sr-only'}>
          {query.data && told(query.data)}
        </p>
        {query.data && (
          <ul aria-label="Calls" className="divide-y divide-line">
            {query.data.map(({ operation, outcome, message, lacks }) => (
              <li key={operation} className="space-y-1 py-2">
                <span className="flex flex-wrap items-center gap-2">
                  <span className="font-mono text-xs">{operation}</span>
                  <Badge tone={looks[outcome].tone}>{looks[outcome].label}</Badge>
                </span>
                {message !== null && (
                  <span className="block wrap-anywhere text-soft">
                    <Shown>{message}</Shown>
                  </span>
                )}
                {lacks !== null && <span className="block">The credentials lack the IAM action {lacks}.</span>}
              </li>
            ))}
          </ul>
        )}
      </Card>
    </Section>
  )
}

function told(calls: readonly TestedCall[]): string {
  const count = (of: TestedCall['outcome']) => calls.filter(({ outcome }) => outcome === of).length
  const [refused, untried] = [count('refused'), count('not-tried')]
  const what = refused === 0 ? 'No call was refused.' : `Refused: ${refused} of ${calls.length} calls.`
  return untried === 0 ? what : `${what} ${untried} could not be tried.`
}
