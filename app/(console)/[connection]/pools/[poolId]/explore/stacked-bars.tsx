'use client'

import { useState, type KeyboardEvent } from 'react'
import { useFocusAmong } from '#components/ui/use-focus-among.ts'
import { sumOfStates, type Grain, type TimeBin } from '#lib/identity-index/time-bins.ts'
import { identityStates } from '#lib/identities/identity.ts'
import { stateColours } from './state-colours.tsx'
import { binLabel, binSaid } from './state-words.ts'

type StackedBarsProps = {
  label: string
  did: string
  grain: Grain
  bins: readonly TimeBin[]
  shown: { from: string | null; before: string | null }
  onChoose: (bin: TimeBin) => void
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity }

/** Bars in parts by state, as buttons that are told by name and number; Tab reaches one, arrow keys the others. */
export function StackedBars({ label, did, grain, bins, shown, onChoose }: StackedBarsProps) {
  const [asked, setCurrent] = useState<number | null>(null)
  const current = Math.min(asked ?? bins.length - 1, bins.length - 1)
  const told = `${grain} ${bins[0]?.from} ${bins.length}`
  // Other bars come in place of the one that was pressed: one goes on among them.
  const { list, pressed, onBlur } = useFocusAmong(told)
  const most = Math.max(1, ...bins.map(({ counts }) => sumOfStates(counts)))

  function onKeyDown(event: KeyboardEvent<HTMLOListElement>) {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = Math.max(0, Math.min(bins.length - 1, current + step))
    setCurrent(next)
    list.current?.querySelectorAll('button')[next]?.focus()
  }

  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its buttons are what hears the keys */}
      <ol
        ref={list}
        aria-label={label}
        className="flex h-32 border-b border-line-strong"
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      >
        {bins.map((bin, index) => {
          const said = binSaid(bin, grain, did)
          return (
            <li key={bin.from} className="h-full min-w-0 flex-1">
              <button
                type="button"
                title={said}
                aria-label={said}
                aria-pressed={shown.from === bin.from && shown.before === bin.before}
                tabIndex={index === current ? 0 : -1}
                onFocus={() => setCurrent(index)}
                onClick={(event) => {
                  pressed(event)
                  onChoose(bin)
                }}
                className="flex size-full flex-col justify-end rounded-t-sm px-px hover:bg-hover aria-pressed:bg-accent-tint"
              >
                {identityStates.toReversed().map((state) => (
                  <span
                    key={state}
                    aria-hidden="true"
                    style={{ height: `${(bin.counts[state] / most) * 100}%` }}
                    className={`block w-full forced-color-adjust-none ${stateColours[state]} ${bin.counts[state] > 0 ? 'min-h-0.5' : 'border-0'}`}
                  />
                ))}
              </button>
            </li>
          )
        })}
      </ol>
      <p aria-hidden="true" className="mt-1 flex justify-between text-2xs text-soft">
        <span>{binLabel(bins[0]?.from ?? '', grain)}</span>
        {bins.length > 1 && <span>{binLabel(bins.at(-1)?.from ?? '', grain)}</span>}
      </p>
    </>
  )
}
