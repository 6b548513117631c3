'use client'

import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import { Table, TableFrame, Td, Th, THead, Tr } from '#components/ui/table.tsx'
import { sumOfStates, type TimeBins } from '#lib/identity-index/time-bins.ts'
import { identityStates } from '#lib/identities/identity.ts'
import { StackedBars } from './stacked-bars.tsx'
import { binLabel, stateLabels } from './state-words.ts'
import { grouped } from '#lib/core/grouped.ts'

type Span = { from: string | null; before: string | null }

type TimeChartProps = {
  title: string
  /** What happened to them then: "created". */
  did: string
  bins: TimeBins
  shown: Span
  onChoose: (from: string | null, before: string | null) => void
}

/** When identities were created or changed, as bars that lead to their time and as a table of the same. */
export function TimeChart({ title, did, bins: { grain, bins, untold }, shown, onChoose }: TimeChartProps) {
  const none = sumOfStates(untold)
  const isTimed = shown.from !== null || shown.before !== null
  return (
    <Section
      title={title}
      description={bins.length === 0 ? undefined : `By ${grain} ${did}, in UTC.`}
      actions={
        isTimed && (
          <Button size="sm" variant="ghost" onClick={() => onChoose(null, null)}>
            Show all times
          </Button>
        )
      }
    >
      <Card>
        {bins.length === 0 ? (
          <p className="text-soft">No identity matches.</p>
        ) : (
          <>
            <StackedBars
              label={`${title} by ${grain}`}
              did={did}
              grain={grain}
              bins={bins}
              shown={shown}
              onChoose={({ from, before }) => onChoose(from, before)}
            />
            <details className="mt-2 text-xs">
              <summary className="cursor-pointer rounded-sm text-accent-ink">As a table</summary>
              <TableFrame label={`${title} as a table`} className="mt-2 max-h-72">
                <Table caption={title}>
                  <THead>
                    <tr>
                      <Th>{grain.charAt(0).toUpperCase() + grain.slice(1)}</Th>
                      {identityStates.map((state) => (
                        <Th key={state} className="text-right">
                          {stateLabels[state]}
                        </Th>
                      ))}
                      <Th className="text-right">Together</Th>
                    </tr>
                  </THead>
                  <tbody>
                    {bins.map(({ from, counts }) => (
                      <Tr key={from}>
                        <Th scope="row">{binLabel(from, grain)}</Th>
                        {identityStates.map((state) => (
                          <Td key={state} className="text-right tabular-nums">
                            {grouped(counts[state])}
                          </Td>
                        ))}
                        <Td className="text-right tabular-nums">{grouped(sumOfStates(counts))}</Td>
                      </Tr>
                    ))}
                  </tbody>
                </Table>
              </TableFrame>
            </details>
          </>
        )}
        {none > 0 && <p className="mt-2 text-xs text-soft">{`Of ${grouped(none)} AWS did not tell the date.`}</p>}
      </Card>
    </Section>
  )
}
