'use client'

import { useState } from 'react'
import { errorShape } from '#lib/core/errors.ts'
import type { NamedThing } from '#lib/account-providers/named-thing.ts'
import { failureOf, type Reading } from '../reading.ts'
import { ForeignText } from '../ui/foreign-text.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { TextInput } from '../ui/text-input.tsx'

type PickListProps = {
  /** What is listed: "User pools". */
  label: string
  /** What a list without entries says. */
  none: string
  query: Reading<NamedThing[]>
  onChoose: (thing: NamedThing) => void
}

const SHOWN = 100

/** Things of the account to choose from; where they cannot be read, why, and that they can be typed. */
export function PickList({ label, none, query, onChoose }: PickListProps) {
  const [text, setText] = useState('')
  const failure = failureOf(query)
  if (failure) return <Unread error={failure} />
  if (!query.data) return <Skeleton className="h-24 w-full" />
  const needle = text.trim().toLowerCase()
  const found = query.data.filter(({ id, name }) => `${name} ${id}`.toLowerCase().includes(needle))
  return (
    <div className="space-y-3">
      <TextInput
        aria-label={`Find among ${label.toLowerCase()}`}
        placeholder="A part of the name or the ID"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {found.length === 0 && <p className="text-soft">{query.data.length === 0 ? none : 'None fits.'}</p>}
      <ul aria-label={label} className="divide-y divide-line rounded-lg border border-line empty:hidden">
        {found.slice(0, SHOWN).map((thing) => (
          <li key={thing.id}>
            <button
              type="button"
              className="block w-full px-3 py-2 text-left -outline-offset-2 hover:bg-hover"
              onClick={() => onChoose(thing)}
            >
              <span className="block font-medium wrap-anywhere">
                <ForeignText text={thing.name} />
              </span>
              {thing.name !== thing.id && (
                <span className="block font-mono text-xs wrap-anywhere text-soft">{thing.id}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {found.length > SHOWN && <p className="text-soft">{`${found.length - SHOWN} more: type a part of the name.`}</p>}
    </div>
  )
}

function Unread({ error }: { error: unknown }) {
  const { iamAction, message } = errorShape(error)
  return (
    <p role="status" className="wrap-anywhere text-soft">
      {iamAction
        ? `This connection may not ask for them: it lacks ${iamAction}.`
        : `They could not be read: ${message}`}{' '}
      Type it into the form instead.
    </p>
  )
}
