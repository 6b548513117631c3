'use client'

import { useState, type Ref } from 'react'
import { TextField } from '../ui/text-field.tsx'
import { TypeToConfirm } from './type-to-confirm.tsx'

type Typed = {
  word: string
  numeric: boolean
  value: string
  onChange: (text: string) => void
  ref?: Ref<HTMLInputElement>
}

/** A word or a number that has to be typed before an act; null asks for none. `missing`: why the act waits. */
export function useTypedWord(wanted: string | number | null) {
  const [value, onChange] = useState('')
  const word = String(wanted ?? '')
  const numeric = typeof wanted === 'number'
  const typed = numeric ? value.replaceAll(/[\s,._’']/g, '') : value.trim().toLowerCase()
  const ready = wanted === null || typed === word.toLowerCase()
  return {
    ready,
    missing: ready ? null : `Type ${word} to go on.`,
    field: wanted === null ? null : { word, numeric, value, onChange },
  }
}

/** Asks for the word; capitals do not matter. */
export function TypedWord({ word, numeric, value, onChange, ref }: Typed) {
  return (
    <TextField
      ref={ref}
      label={<TypeToConfirm word={word} />}
      inputMode={numeric ? 'numeric' : 'text'}
      autoComplete="off"
      autoCapitalize="none"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
