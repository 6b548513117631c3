'use client'

import { useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { readUser, type UserBox } from '#lib/developer-identities/read-user.ts'
import { shortName } from '#lib/developer-identities/short-name.ts'

type UserFieldProps = {
  hint: string
  /** What is done with the user, as its button says: Link. */
  verb: string
  box: UserBox
  onBox: (box: UserBox) => void
}

/** Takes one developer user out of whatever was pasted; where it may be another than what was typed, one is chosen. */
export function UserField({ hint, verb, box, onBox }: UserFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const reading = readUser(box)
  const exactly = reading.kind === 'choice' ? reading.exactly : null
  const choose = (text: string) => {
    onBox({ text, meant: true })
    // The buttons are gone with the choice.
    input.current?.focus()
  }
  return (
    <div className="space-y-2">
      <TextField
        ref={input}
        label="Developer user identifier"
        hint={hint}
        error={reading.kind === 'refused' ? reading.why : undefined}
        mono
        autoComplete="off"
        value={box.text}
        onChange={(event) => onBox({ text: event.target.value, meant: false })}
      />
      {reading.kind === 'choice' && (
        <div role="group" aria-label="Who is meant" className="flex flex-wrap items-center gap-2">
          <span className="text-soft">Who is meant?</span>
          {reading.users.map((user) => (
            <Button key={user} size="sm" onClick={() => choose(user)}>
              {verb} {shortName(user)}
            </Button>
          ))}
          {exactly !== null && (
            <Button size="sm" onClick={() => choose(exactly)}>
              {verb} it exactly as typed
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
