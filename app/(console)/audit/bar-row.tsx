'use client'

import { useState, type KeyboardEvent } from 'react'
import { useFocusAmong } from '#components/ui/use-focus-among.ts'
import type { CountedBar, TimeBar } from '#lib/history/time-bars.ts'
import { barSaid, momentSaid } from './bar-words.ts'

type BarRowProps = {
  bars: readonly CountedBar[]
  /** The bar whose time is shown. */
  shown: TimeBar | null
  onChoose: (bar: TimeBar) => void
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity }

/** Bars as buttons, each told by name and number; Tab reaches one, arrow keys the others. */
export function BarRow({ bars, shown, onChoose }: BarRowProps) {
  const told = `${bars[0]?.first} ${bars.length}`
  const [of, setOf] = useState(told)
  const [current, setCurrent] = useState(bars.length - 1)
  if (of !== told) {
    setOf(told)
    setCurrent(bars.length - 1)
  }
  // Other bars come in place of the one that was pressed: one goes on among them.
  const { list, pressed, onBlur } = useFocusAmong(told)
  const most = Math.max(1, ...bars.map(({ counted }) => counted?.count ?? 0))
  const share = (count: number) => `${(count / most) * 100}%`

  function onKeyDown(event: KeyboardEvent<HTMLOListElement>) {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = Math.max(0, Math.min(bars.length - 1, current + step))
    setCurrent(next)
    event.currentTarget.querySelectorAll('button')[next]?.focus()
  }

  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its buttons are what hears the keys */}
      <ol
        ref={list}
        aria-label="Operations by time"
        className="flex h-12 border-b border-line-strong"
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      >
        {bars.map((bar, index) => {
          const said = barSaid(bar)
          const { count = 0, troubled = 0 } = bar.counted ?? {}
          return (
            <li key={bar.first} className="h-full min-w-0 flex-1">
              <button
                type="button"
                title={said}
                aria-label={said}
                aria-pressed={shown?.first === bar.first && shown.last === bar.last}
                tabIndex={index === current ? 0 : -1}
                onFocus={() => setCurrent(index)}
                onClick={(event) => {
                  pressed(event)
                  onChoose(bar)
                }}
                className="group flex size-full flex-col justify-end rounded-t-sm px-px hover:bg-hover aria-pressed:bg-accent-tint"
              >
                <span
                  aria-hidden="true"
                  style={{ height: share(troubled) }}
                  className={`block w-full border-danger bg-danger-tint forced-colors:bg-[Mark] ${troubled > 0 ? 'min-h-1 border' : ''}`}
                />
                <span
                  aria-hidden="true"
                  style={{ height: share(count - troubled) }}
                  className={`block w-full bg-accent forced-colors:bg-[CanvasText] ${count > troubled ? 'min-h-0.5' : ''} ${bar.counted ? '' : 'border-t border-dashed border-control'}`}
                />
              </button>
            </li>
          )
        })}
      </ol>
      <p aria-hidden="true" className="flex justify-between text-2xs text-soft">
        <span>{momentSaid(bars[0]?.first ?? '')}</span>
        <span>{momentSaid(bars.at(-1)?.last ?? '')} UTC</span>
      </p>
    </>
  )
}
