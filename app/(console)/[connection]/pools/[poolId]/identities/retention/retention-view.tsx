'use client'

import { useQuery } from '@tanstack/react-query'
import { CalendarClock, Plus } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Loaded } from '#components/loaded.tsx'
import { Button } from '#components/ui/button.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Section } from '#components/ui/section.tsx'
import { useCommands } from '#components/commands/use-commands.ts'
import { useDenial } from '#components/use-denial.ts'
import { identitiesPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { retentionRules } from '#lib/retention/queries.ts'
import { NO_LAST_USE } from '#lib/identity-index/no-last-use.ts'
import type { RetentionRule } from '#lib/retention/rule.ts'
import { RuleCard } from './rule-card.tsx'

const RuleDialog = dynamic(() => import('./rule-dialog.tsx').then((file) => file.RuleDialog), { ssr: false })

/** A pool's rules: what each deletes and when, its first approval, and what its runs came to. */
export function RetentionView({ pool }: { pool: PoolRef }) {
  const query = useQuery(retentionRules(pool))
  const denied = useDenial(pool.connectionId, 'retention:write')
  const [edited, setEdited] = useState<RetentionRule | 'new' | null>(null)
  const create = () => setEdited('new')
  useCommands('Retention rules', [{ words: 'Create a retention rule', run: create, denied }])
  return (
    <Section
      title="Retention rules"
      description="Old identities are deleted at set hours. A rule deletes nothing before somebody has approved its first run."
      actions={
        <>
          <ButtonLink href={identitiesPath(pool)}>Back to the identities</ButtonLink>
          <Button variant="primary" icon={<Plus />} denied={denied} onClick={create}>
            Create rule
          </Button>
        </>
      }
    >
      <Callout tone="warning" title={NO_LAST_USE} />
      <Loaded query={query} title="The rules could not be read" skeleton="h-40 mt-4">
        {(rules) =>
          rules.length === 0 ? (
            <EmptyState icon={<CalendarClock />} title="No rules" text="Nothing of this pool is deleted by itself." />
          ) : (
            <ul className="mt-4 space-y-4">
              {rules.map(({ rule, runs }) => (
                <li key={rule.ruleId}>
                  <RuleCard pool={pool} rule={rule} runs={runs} denied={denied} onEdit={() => setEdited(rule)} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {edited !== null && (
        <RuleDialog pool={pool} rule={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Section>
  )
}
