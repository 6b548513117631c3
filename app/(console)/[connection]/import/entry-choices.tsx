'use client'

import { Checkbox } from '#components/ui/checkbox.tsx'
import { isolated } from '#lib/core/isolated.ts'
import type { Entry } from '#lib/import/described/reading.ts'

type EntryChoicesProps = { entries: readonly Entry[]; onChange: (place: string, isTaken: boolean) => void }

/** The entries of lists and maps, each of which may be left out on purpose. */
export function EntryChoices({ entries, onChange }: EntryChoicesProps) {
  const leftOut = entries.filter(({ isLeftOut }) => isLeftOut).length
  return (
    <details className="max-w-form">
      <summary className="cursor-pointer font-medium text-ink">
        {leftOut === 0 ? `Entries: ${entries.length}` : `Entries: ${entries.length}, of which ${leftOut} left out`}
      </summary>
      <fieldset className="mt-2 min-w-0 space-y-1">
        <legend className="mb-1 text-soft">An entry that is not checked is left out.</legend>
        {entries.map(({ place, says, isLeftOut }) => (
          <Checkbox
            key={place}
            label={<bdi className="wrap-anywhere">{isolated(place)}</bdi>}
            hint={<bdi className="wrap-anywhere">{isolated(says)}</bdi>}
            checked={!isLeftOut}
            onChange={(event) => onChange(place, event.target.checked)}
          />
        ))}
      </fieldset>
    </details>
  )
}
