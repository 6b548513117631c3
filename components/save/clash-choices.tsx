import { useId } from 'react'
import type { Clash } from '#lib/facts/clashes.ts'
import { Button } from '../ui/button.tsx'
import { radioClass } from '../ui/radio-class.ts'
import { ForeignText } from '../ui/foreign-text.tsx'

export type Side = 'mine' | 'theirs'

type ClashChoicesProps = {
  clashes: readonly Clash[]
  chosen: Readonly<Record<string, Side>>
  onChoose: (chosen: Record<string, Side>) => void
}

/** Asks for each thing that both changed whose change is to stay; nothing is chosen unasked. */
export function ClashChoices({ clashes, chosen, onChoose }: ClashChoicesProps) {
  const all = (side: Side) => onChoose(Object.fromEntries(clashes.map(({ unit }) => [unit, side])))
  return (
    <section aria-label="Changed by both" className="space-y-2">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="mr-auto font-medium">Changed by both of you</h3>
        {clashes.length > 1 && (
          <>
            <Button size="sm" onClick={() => all('theirs')}>
              Take all of theirs
            </Button>
            <Button size="sm" onClick={() => all('mine')}>
              Keep all of mine
            </Button>
          </>
        )}
      </div>
      {clashes.map((clash) => (
        <ClashChoice
          key={clash.unit}
          clash={clash}
          side={chosen[clash.unit] ?? null}
          onChoose={(side) => onChoose({ ...chosen, [clash.unit]: side })}
        />
      ))}
    </section>
  )
}

type ClashChoiceProps = { clash: Clash; side: Side | null; onChoose: (side: Side) => void }

function ClashChoice({ clash: { differences }, side, onChoose }: ClashChoiceProps) {
  const name = useId()
  const label = differences.map((change) => change.label).join('; ') || 'A value that is never shown'
  const sides = [
    { side: 'theirs', title: 'Take theirs', values: differences.map(({ before }) => before) },
    { side: 'mine', title: 'Keep mine', values: differences.map(({ after }) => after) },
  ] as const
  return (
    <fieldset className="min-w-0 rounded-lg border border-warning-line bg-warning-tint p-3">
      <legend className="float-left mb-2 w-full text-xs wrap-anywhere">
        <ForeignText text={label} />
      </legend>
      <div className="clear-both grid gap-2 sm:grid-cols-2">
        {sides.map((one) => (
          <label
            key={one.side}
            className="flex min-w-0 items-start gap-2 rounded-md border border-line bg-surface p-2 has-checked:border-accent"
          >
            <input
              type="radio"
              name={name}
              className={`mt-0.5 ${radioClass}`}
              checked={side === one.side}
              onChange={() => onChoose(one.side)}
            />
            <span className="min-w-0">
              <span className="block font-medium">{one.title}</span>
              {one.values.map((value, at) => (
                // Two differences may read alike.
                // oxlint-disable-next-line react/no-array-index-key
                <span key={at} className="block wrap-anywhere">
                  {value === null ? <span className="text-soft">None</span> : <ForeignText text={value} />}
                </span>
              ))}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
