'use client'

import { useMemo, useState } from 'react'
import { bounds } from '#lib/core/limits.ts'
import { isolated } from '#lib/core/isolated.ts'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import { readRules } from '#lib/roles/rules-json.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { SentenceList } from '../ui/sentence-list.tsx'
import { Textarea } from '../ui/textarea.tsx'
import type { TakeRules } from './take-rules.ts'
import { rulesAfter, TakenRules, type How } from './taken-rules.tsx'

const EXAMPLE = `For example:
{ "Rules": [
  { "Claim": "team", "MatchType": "Equals", "Value": "blue",
    "RoleARN": "arn:aws:iam::123456789012:role/Blue" }
] }`

/** So many mistakes are told at once. */
const SHOWN = 20

type PasteRulesDialogProps = { provider: string; present: number; onTake: TakeRules; onClose: () => void }

/** Reads rules out of a pasted text, each mistake told with its line. */
export default function PasteRulesDialog({ provider, present, onTake, onClose }: PasteRulesDialogProps) {
  const [text, setText] = useState('')
  const [how, setHow] = useState<How>('append')
  const read = useMemo(() => (text.trim() === '' ? null : readRules(text)), [text])
  const rules = read?.ok ? read.rules : []
  const problems = read === null || read.ok ? [] : read.problems
  const count = { incoming: rules.length, present, how }
  return (
    <Dialog
      title={`Rules of ${isolated(loginLabel(provider))} from JSON`}
      size="lg"
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabled={rules.length === 0 || rulesAfter(count) > bounds.rules.max}
            onClick={() => onTake(rules, present === 0 ? 'replace' : how)}
          >
            {rules.length === 1 ? 'Use 1 rule' : `Use ${rules.length} rules`}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        <Field
          label="JSON"
          hint="Rules as AWS’s RulesConfiguration has them, alone or in a role mapping. Read in this browser."
        >
          {(control) => (
            <Textarea
              {...control}
              aria-invalid={problems.length > 0 || undefined}
              mono
              rows={10}
              placeholder={EXAMPLE}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        {problems.length > 0 && (
          <div role="alert" className="text-danger-ink">
            <SentenceList label="Mistakes" sentences={problems.slice(0, SHOWN)} />
            {problems.length > SHOWN && <p className="mt-1">{`${problems.length - SHOWN} more.`}</p>}
          </div>
        )}
        {rules.length > 0 && <TakenRules {...count} onHow={setHow} />}
      </div>
    </Dialog>
  )
}
