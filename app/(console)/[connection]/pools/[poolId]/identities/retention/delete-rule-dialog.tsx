'use client'

import { usePlace } from '#components/use-place.ts'
import { ConfirmDialog } from '#components/save/confirm-dialog.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { isolated } from '#lib/core/isolated.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { deleteRetentionRule } from '#lib/retention/actions.ts'
import type { RetentionRule } from '#lib/retention/rule.ts'
import { hoursSaid } from './rule-words.ts'
import { useRuleAct } from './use-rule-act.ts'

type DeleteRuleDialogProps = { pool: PoolRef; rule: RetentionRule; onClose: () => void }

/** The last look before a rule is deleted. */
export default function DeleteRuleDialog({ pool, rule, onClose }: DeleteRuleDialogProps) {
  const remove = useRuleAct(pool, deleteRetentionRule, onClose)
  const place = usePlace(pool.connectionId, pool)
  return (
    <ConfirmDialog
      title={`Delete rule ${isolated(rule.name)}`}
      description="It deletes no identities any more. The list of its runs is deleted with it, and so is its keep list; their jobs and the audit log stay. A deletion that is under way is a job, which goes on: cancel it there."
      act={remove}
      confirmLabel="Delete rule"
      failed="The rule was not deleted"
      unknown="Nobody knows whether the rule was deleted"
      onConfirm={() => remove.press({ pool, ruleId: rule.ruleId })}
      onLook={remove.look}
      onClose={onClose}
    >
      <DefinitionList
        items={[
          { term: 'Deletes', detail: <code className="font-mono">{rule.filter}</code> },
          { term: 'When', detail: hoursSaid(rule) },
          ...place,
        ]}
      />
    </ConfirmDialog>
  )
}
