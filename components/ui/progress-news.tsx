'use client'

import { useState } from 'react'
import { progressStep, type Stand } from './progress-step.ts'

/**
 * Tells a screen reader of progress when its state changes and at each quarter of the way, and not with every figure:
 * those are in the bar. `text`: how it stands, in words that differ from what is drawn beside it.
 */
export function ProgressNews({ text, ...stand }: Stand & { text: string }) {
  const step = progressStep(stand)
  const [told, setTold] = useState({ step, text })
  if (told.step !== step) setTold({ step, text })
  return (
    <span role="status" className="sr-only">
      {told.text}
    </span>
  )
}
