'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { consoleSession } from '#lib/connections/queries.ts'
import { REASON_MAX } from '#lib/core/limits.ts'
import { TextField } from '../ui/text-field.tsx'

type Reason = { value: string; required: boolean; onChange: (text: string) => void }

export type ReasonState = ReturnType<typeof useReason>

/** Why an act of the desk is done. `ready`: it may be sent as far as the reason goes. `reason`: for its input. */
export function useReason() {
  const { data } = useQuery(consoleSession())
  const [text, setText] = useState('')
  const required = data?.requireReason ?? false
  const reason = text.trim() === '' ? null : text.trim()
  const field: Reason = { value: text, required, onChange: setText }
  return { reason, ready: !required || reason !== null, field }
}

/** Asks why; what is given stands in the audit log with the act. */
export function ReasonField({ value, required, onChange }: Reason) {
  return (
    <TextField
      label="Reason or ticket number"
      hint={
        required
          ? 'Kept in the audit log with the act; it cannot be done without.'
          : 'Kept in the audit log with the act.'
      }
      optional={!required}
      maxLength={REASON_MAX}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
