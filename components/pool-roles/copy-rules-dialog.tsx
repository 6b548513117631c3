'use client'

import { useState } from 'react'
import { bounds } from '#lib/core/limits.ts'
import { isolated } from '#lib/core/isolated.ts'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import type { RolesForm } from '#lib/roles/schema.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { RuleLine } from './rule-line.tsx'
import type { TakeRules } from './take-rules.ts'
import { rulesAfter, TakenRules, type How } from './taken-rules.tsx'

type CopyRulesDialogProps = {
  /** Whose rules they become, and how many it has. */
  provider: string
  present: number
  providers: RolesForm['providers']
  onTake: TakeRules
  onClose: () => void
}

/** Takes over the rules of another provider as the form has them. */
export default function CopyRulesDialog({ provider, present, providers, onTake, onClose }: CopyRulesDialogProps) {
  const sources = providers.filter((one) => one.provider !== provider && one.choice === 'rules' && one.rules.length > 0)
  const [from, setFrom] = useState(sources[0]?.provider ?? '')
  const [how, setHow] = useState<How>('append')
  const rules = sources.find((one) => one.provider === from)?.rules ?? []
  const count = { incoming: rules.length, present, how }
  return (
    <Dialog
      title={`Copy rules to ${isolated(loginLabel(provider))}`}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabled={rulesAfter(count) > bounds.rules.max}
            onClick={() => onTake(rules, present === 0 ? 'replace' : how)}
          >
            {rules.length === 1 ? 'Copy 1 rule' : `Copy ${rules.length} rules`}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        <SelectField label="From" value={from} onChange={(event) => setFrom(event.target.value)}>
          {sources.map((one) => (
            <option key={one.provider} value={one.provider}>
              {`${isolated(loginLabel(one.provider))} (${one.rules.length})`}
            </option>
          ))}
        </SelectField>
        <ol
          aria-label="Rules to copy"
          className="max-h-40 divide-y divide-line overflow-y-auto rounded-lg border border-line"
        >
          {rules.map((rule, at) => (
            // Rules have no identity of their own: two may be alike.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={at} className="px-3 py-1.5">
              <RuleLine rule={rule} />
            </li>
          ))}
        </ol>
        <TakenRules {...count} onHow={setHow} />
      </div>
    </Dialog>
  )
}
