'use client'

import { useState } from 'react'
import { ConfirmDialog } from '#components/save/confirm-dialog.tsx'
import type { KeepFile } from '#components/keep-list/read-keep-file.ts'
import { useKeepFile } from '#components/keep-list/use-keep-file.ts'
import { Callout } from '#components/ui/callout.tsx'
import { SelectField } from '#components/ui/select-field.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { errorShape } from '#lib/core/errors.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { parseFilter } from '#lib/identity-index/filter-text.ts'
import { NO_LAST_USE } from '#lib/identity-index/no-last-use.ts'
import type { RetentionRule } from '#lib/retention/rule.ts'
import { dayOptions, hourHere, hourSaid } from './rule-words.ts'
import { RuleKeepList } from './rule-keep-list.tsx'
import { ruleSaving } from './rule-saving.ts'
import { useRuleOperation } from './use-rule-act.ts'

type RuleDialogProps = { pool: PoolRef; rule: RetentionRule | null; onClose: () => void }
type Draft = { name: string; filter: string; weekday: string; hour: string; most: string; growth: string }

const usual: Draft = {
  name: 'Old guests',
  filter: 'state=guest modified<90d',
  weekday: '',
  hour: '3',
  most: '100000',
  growth: '50',
}

const draftOf = (rule: RetentionRule): Draft => ({
  name: rule.name,
  filter: rule.filter,
  weekday: rule.weekday === null ? '' : String(rule.weekday),
  hour: String(rule.hour),
  most: String(rule.most),
  growth: String(rule.growth),
})

/** A new rule, or another form of one. */
export function RuleDialog({ pool, rule, onClose }: RuleDialogProps) {
  const [draft, setDraft] = useState(rule ? draftOf(rule) : usual)
  const [present, setPresent] = useState(rule?.keepList ?? null)
  const chosen = useKeepFile(pool)
  const act = useRuleOperation(pool, ruleSaving, onClose)
  const { filter, problem } = read(draft.filter)
  const missing = missingOf(chosen.file)
  const field = (name: keyof Draft) => ({
    value: draft[name],
    onChange: (event: { target: { value: string } }) => setDraft({ ...draft, [name]: event.target.value }),
  })
  function save() {
    if (!filter || missing !== null) return
    const { name, weekday, hour, most, growth } = draft
    const hours = { weekday: weekday === '' ? null : Number(weekday), hour: Number(hour) }
    const settings = { name, filter, ...hours, most: Number(most), growth: Number(growth) }
    act.press({ pool, rule, settings, keepList: chosen.file?.state === 'read' ? chosen.file : present })
  }
  return (
    <ConfirmDialog
      title={rule ? 'Edit retention rule' : 'Create retention rule'}
      description="Its next run is a dry run, which deletes nothing and which an admin approves."
      size="lg"
      variant="primary"
      act={act}
      confirmLabel={rule ? 'Save rule' : 'Create rule'}
      ready={filter !== null && missing === null}
      missing={missing}
      failed="The rule was not saved"
      unknown="Nobody knows whether the rule was saved"
      correctable
      onConfirm={save}
      onLook={act.look}
      onClose={onClose}
    >
      <Callout tone="warning" title={NO_LAST_USE} />
      <TextField label="Name" {...field('name')} />
      <TextField
        label="Delete identities that match"
        hint="Such as state=guest modified<90d: guests who were not changed for 90 days."
        error={problem}
        mono
        {...field('filter')}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField label="When" {...field('weekday')}>
          {dayOptions.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
        <SelectField label="Hour" {...field('hour')}>
          {Array.from({ length: 24 }, (_, hour) => (
            <option key={hour} value={hour}>{`${hourSaid(hour)} (${hourHere(hour)})`}</option>
          ))}
        </SelectField>
        <TextField label="At most, a run" inputMode="numeric" {...field('most')} />
        <TextField
          label="Pause when a run would delete more than the last one, by percent"
          inputMode="numeric"
          {...field('growth')}
        />
      </div>
      <RuleKeepList present={present} chosen={chosen} onRemove={() => setPresent(null)} />
    </ConfirmDialog>
  )
}

/** What is still to be known of a chosen keep list: one that is there is never taken for none. */
function missingOf(file: KeepFile | null): string | null {
  if (file === null || file.state === 'read') return null
  return file.state === 'reading'
    ? 'The keep list is being read.'
    : 'The keep list could not be read: choose another file, or remove it.'
}

function read(text: string) {
  try {
    return { filter: parseFilter(text), problem: undefined }
  } catch (error) {
    return { filter: null, problem: errorShape(error).message }
  }
}
