'use client'

import { useState } from 'react'
import { TextField } from '#components/ui/text-field.tsx'

type SettledFieldProps = {
  label: string
  placeholder: string
  mono?: boolean
  value: string
  /** What is wrong with a text, or null. */
  problem: (text: string) => string | null
  /** Hears a text that is right, when it is left or confirmed by Enter. */
  onChange: (text: string) => void
}

/** A text box whose text counts when it is whole: half a date is no condition. */
export function SettledField({ label, placeholder, mono = false, value, problem, onChange }: SettledFieldProps) {
  const [text, setText] = useState(value)
  const [of, setOf] = useState(value)
  const [error, setError] = useState<string | null>(null)
  if (of !== value) {
    setOf(value)
    setText(value)
    setError(null)
  }
  function settle() {
    const settled = text.trim()
    const wrong = problem(settled)
    setError(wrong)
    if (wrong === null && settled !== value) onChange(settled)
  }
  return (
    <TextField
      label={label}
      placeholder={placeholder}
      mono={mono}
      value={text}
      error={error ?? undefined}
      onChange={(event) => setText(event.target.value)}
      onBlur={settle}
      onKeyDown={(event) => event.key === 'Enter' && settle()}
    />
  )
}
