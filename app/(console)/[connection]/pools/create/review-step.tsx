'use client'

import { CopyAsCli } from '#components/copy-as-cli.tsx'
import { ConfigurationDiff } from '#components/configuration-diff.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { plannedCommands, plannedFacts, plannedWarnings } from '#lib/pool-creation/new-pool.ts'
import type { NewPoolSettings } from '#lib/pool-creation/schema.ts'

/** Everything that will be made, and what to know of it. */
export function ReviewStep({ settings }: { settings: NewPoolSettings }) {
  const warnings = plannedWarnings(settings)
  return (
    <div className="space-y-4">
      {warnings.length > 0 && (
        <Callout tone="warning" title="Before you create it">
          <ul aria-label="Warnings" className="list-disc space-y-1 pl-4">
            {warnings.map((warning) => (
              <li key={warning} className="break-words">
                {warning}
              </li>
            ))}
          </ul>
        </Callout>
      )}
      <ConfigurationDiff label="The new pool" changes={plannedFacts(settings)} />
      <CopyAsCli command={() => plannedCommands(settings)} />
    </div>
  )
}
