'use client'

import { Pause, Pencil, Play, Trash2 } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useId, useState } from 'react'
import { ActStatus } from '#components/save/act-status.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Card } from '#components/ui/card.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import { identityCount } from '#lib/identities/identity-count.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { pauseRetentionRule, resumeRetentionRule, runRetentionRule } from '#lib/retention/actions.ts'
import type { RetentionRule, RetentionRun } from '#lib/retention/rule.ts'
import { FirstRun } from './first-run.tsx'
import { hoursSaid, keepListSaid, ruleLooks } from './rule-words.ts'
import { RunTable } from './run-table.tsx'
import { useRuleAct } from './use-rule-act.ts'

const DeleteRuleDialog = dynamic(() => import('./delete-rule-dialog.tsx'), { ssr: false })

type RuleCardProps = {
  pool: PoolRef
  rule: RetentionRule
  runs: readonly RetentionRun[]
  denied: string | null
  onEdit: () => void
}

/** One rule with what can be done about it. */
export function RuleCard({ pool, rule, runs, denied, onEdit }: RuleCardProps) {
  const title = useId()
  const named = { pool, ruleId: rule.ruleId }
  const run = useRuleAct(pool, runRetentionRule)
  const pause = useRuleAct(pool, pauseRetentionRule)
  const resume = useRuleAct(pool, resumeRetentionRule)
  const [deletes, setDeletes] = useState(false)
  const acts = [run, pause, resume]
  const busy = acts.some(({ isPending }) => isPending)
  const failed = acts.find(({ error }) => error !== null)
  const awaiting = runs.find(({ state }) => state === 'awaiting')
  const isPaused = rule.state === 'paused'
  const hold = isPaused ? resume : pause
  const look = ruleLooks[rule.state]
  return (
    <Card>
      <article aria-labelledby={title} className="space-y-4">
        <div className="flex flex-wrap items-center gap-2">
          <h3 id={title} className="mr-auto text-base font-semibold wrap-anywhere text-ink">
            <ForeignText text={rule.name} />
          </h3>
          <Badge tone={look.tone}>{look.label}</Badge>
          {!isPaused && (
            <Button icon={<Play />} denied={denied} pending={busy} onClick={() => run.press(named)}>
              Run now
            </Button>
          )}
          <Button
            icon={isPaused ? <Play /> : <Pause />}
            denied={denied}
            pending={busy}
            onClick={() => hold.press(named)}
          >
            {isPaused ? 'Resume' : 'Pause'}
          </Button>
          <Button icon={<Pencil />} denied={denied} onClick={onEdit}>
            Edit
          </Button>
          <Button icon={<Trash2 />} denied={denied} onClick={() => setDeletes(true)}>
            Delete rule
          </Button>
        </div>
        {failed && (
          <ActStatus act={failed} failed="That did not work" unknown="Nobody knows whether the rule heard it" />
        )}
        {rule.reason !== null && <Callout tone="warning" title={rule.reason} />}
        {awaiting?.plan && (
          <FirstRun key={awaiting.runId} pool={pool} rule={rule} run={awaiting} plan={awaiting.plan} denied={denied} />
        )}
        <DefinitionList
          items={[
            { term: 'Deletes', detail: <code className="font-mono">{rule.filter}</code> },
            { term: 'When', detail: hoursSaid(rule) },
            { term: 'Next run', detail: isPaused ? 'It pauses' : <TimeStamp value={rule.nextAt} zone local /> },
            { term: 'At most', detail: `${identityCount(rule.most)} a run` },
            { term: 'Pauses', detail: `when a run would delete over ${rule.growth} % more than the last one` },
            { term: 'Keep list', detail: keepListSaid(rule) },
            { term: 'Approved by', detail: rule.approver ? <ForeignText text={rule.approver.name} /> : 'Nobody yet' },
          ]}
        />
        {deletes && <DeleteRuleDialog pool={pool} rule={rule} onClose={() => setDeletes(false)} />}
        <RunTable pool={pool} name={rule.name} runs={runs} />
      </article>
    </Card>
  )
}
