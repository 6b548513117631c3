import type { FactChange } from '#lib/facts/facts.ts'
import { ConfigurationDiff } from '../configuration-diff.tsx'
import { Callout } from '../ui/callout.tsx'

/** What the service has otherwise than it was asked; nothing when it took all. */
export function UntakenNotice({ untaken }: { untaken: FactChange[] }) {
  if (untaken.length === 0) return null
  return (
    <Callout tone="warning" title="The service did not take everything">
      <ConfigurationDiff label="Not taken" changes={untaken} />
    </Callout>
  )
}
