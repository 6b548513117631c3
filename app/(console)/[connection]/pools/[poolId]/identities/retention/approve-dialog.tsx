'use client'

import { usePlace } from '#components/use-place.ts'
import { ConfirmDialog } from '#components/save/confirm-dialog.tsx'
import { TYPED_ABOVE } from '#components/save/typed-above.ts'
import { TypedWord, useTypedWord } from '#components/save/typed-word.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { grouped } from '#lib/core/grouped.ts'
import { isolated } from '#lib/core/isolated.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { identityCount } from '#lib/identities/identity-count.ts'
import { approveRetentionRun } from '#lib/retention/actions.ts'
import type { RetentionPlan, RetentionRule } from '#lib/retention/rule.ts'
import { hoursSaid } from './rule-words.ts'
import { useRuleAct } from './use-rule-act.ts'

type ApproveDialogProps = {
  pool: PoolRef
  rule: RetentionRule
  runId: string
  plan: RetentionPlan
  onClose: () => void
}

/** The last look before a rule deletes for the first time, and from then on by itself. */
export default function ApproveDialog({ pool, rule, runId, plan, onClose }: ApproveDialogProps) {
  const approve = useRuleAct(pool, approveRetentionRun, onClose)
  const place = usePlace(pool.connectionId, pool)
  const { would, signedIn } = plan
  const word = useTypedWord(would > TYPED_ABOVE || signedIn > 0 ? would : null)
  const count = identityCount(would)
  return (
    <ConfirmDialog
      title={`Approve first run of ${isolated(rule.name)}`}
      act={approve}
      confirmLabel={`Delete ${count}`}
      ready={word.ready}
      missing={word.missing}
      failed="Nothing was approved"
      unknown="Nobody knows whether it was approved"
      onConfirm={() => approve.press({ pool, ruleId: rule.ruleId, runId })}
      onLook={approve.look}
      onClose={onClose}
    >
      <Callout tone="danger" title="From then on the rule deletes by itself">
        <ul className="list-disc space-y-1 pl-4">
          <li>{`${count} ${would === 1 ? 'is' : 'are'} deleted now. What is deleted does not come back.`}</li>
          <li>{`${hoursSaid(rule)} it deletes what it finds then, at most ${grouped(rule.most)} a run, and asks nobody.`}</li>
          {signedIn > 0 && (
            <li>{`${grouped(signedIn)} of those that match ${signedIn === 1 ? 'is a user who has' : 'are users who have'} signed in.`}</li>
          )}
        </ul>
      </Callout>
      <DefinitionList
        items={[
          { term: 'Deletes', detail: <code className="font-mono">{rule.filter}</code> },
          ...(rule.keepList === null
            ? []
            : [{ term: 'Keeps', detail: `${grouped(rule.keepList.count)} of its keep list` }]),
          ...place,
        ]}
      />
      {word.field && <TypedWord {...word.field} />}
    </ConfirmDialog>
  )
}
