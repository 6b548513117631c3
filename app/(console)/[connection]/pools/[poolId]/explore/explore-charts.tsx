'use client'

import type { IndexBreakdown } from '#lib/identity-index/breakdown.ts'
import type { IndexFilter } from '#lib/identity-index/schema.ts'
import { timeBins } from '#lib/identity-index/time-bins.ts'
import { identityStates } from '#lib/identities/identity.ts'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import { ShareBars } from './share-bars.tsx'
import { StateLegend } from './state-colours.tsx'
import { stateLabels } from './state-words.ts'
import { TimeChart } from './time-chart.tsx'

type ExploreChartsProps = {
  breakdown: IndexBreakdown
  filter: IndexFilter
  onFilter: (filter: IndexFilter) => void
}

/** The pictures of an index: when its identities were created and changed, what they are and by whom. */
export function ExploreCharts({ breakdown, filter, onFilter }: ExploreChartsProps) {
  const { created, modified, states, providers } = breakdown
  const isCreated = { from: filter.createdFrom, before: filter.createdBefore }
  const isModified = { from: filter.modifiedFrom, before: filter.modifiedBefore }
  const toCreated = (from: string | null, before: string | null) =>
    onFilter({ ...filter, createdFrom: from, createdBefore: before })
  const toModified = (from: string | null, before: string | null) =>
    onFilter({ ...filter, modifiedFrom: from, modifiedBefore: before })
  return (
    <div className="space-y-6">
      <StateLegend />
      <TimeChart
        title="Identities over time"
        did="created"
        bins={timeBins(created, 'month')}
        shown={isCreated}
        onChoose={toCreated}
      />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <TimeChart title="Created" did="created" bins={timeBins(created)} shown={isCreated} onChoose={toCreated} />
        <TimeChart
          title="Last changed"
          did="last changed"
          bins={timeBins(modified)}
          shown={isModified}
          onChoose={toModified}
        />
        <ShareBars
          title="State"
          parts={identityStates.map((state) => ({ key: state, label: stateLabels[state], count: states[state] }))}
          chosen={filter.states}
          onChoose={(state) => onFilter({ ...filter, states: identityStates.filter((one) => one === state) })}
        />
        <ShareBars
          title="Provider"
          parts={providers.map(({ provider, count }) => ({ key: provider, label: loginLabel(provider), count }))}
          chosen={filter.providers}
          onChoose={(provider) => onFilter({ ...filter, providers: provider === null ? [] : [provider] })}
        />
      </div>
    </div>
  )
}
