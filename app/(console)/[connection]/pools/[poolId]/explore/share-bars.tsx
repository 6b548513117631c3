'use client'

import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import { grouped } from '#lib/core/grouped.ts'

type Part = { key: string; label: string; count: number }

type ShareBarsProps = {
  title: string
  parts: readonly Part[]
  /** What the filter names already. */
  chosen: readonly string[]
  /** Hears a part that is to be filtered by, or null for all. */
  onChoose: (key: string | null) => void
}

/** How many are of each kind, as bars; a press shows those alone, another one all again. */
export function ShareBars({ title, parts, chosen, onChoose }: ShareBarsProps) {
  const most = Math.max(1, ...parts.map(({ count }) => count))
  return (
    <Section title={title}>
      <Card>
        {parts.length === 0 && <p className="text-soft">None of them has a login.</p>}
        <ul aria-label={title} className="space-y-1">
          {parts.map(({ key, label, count }) => {
            const isChosen = chosen.includes(key)
            return (
              <li key={key}>
                <button
                  type="button"
                  aria-pressed={isChosen}
                  title={key}
                  onClick={() => onChoose(isChosen ? null : key)}
                  className="grid w-full grid-cols-[8rem_minmax(0,1fr)_auto] items-center gap-3 rounded-md px-2 py-1 text-left hover:bg-hover aria-pressed:bg-accent-tint sm:grid-cols-[11rem_minmax(0,1fr)_auto]"
                >
                  <span className="truncate">{label}</span>
                  <span aria-hidden="true" className="h-2 rounded-sm bg-active">
                    <span
                      style={{ width: `${(count / most) * 100}%` }}
                      className="block h-full rounded-sm bg-accent forced-colors:bg-[CanvasText]"
                    />
                  </span>
                  <span className="tabular-nums">{grouped(count)}</span>
                </button>
              </li>
            )
          })}
        </ul>
      </Card>
    </Section>
  )
}
