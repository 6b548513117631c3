'use client'

import { Checkbox } from '#components/ui/checkbox.tsx'
import type { Draft } from './draft.ts'

type WantedFieldsProps = {
  draft: Draft
  /** An identity may be given, without which nothing else is asked for. */
  isReached: boolean
  onDraft: (draft: Draft) => void
}

/** What is asked for besides the identity. */
export function WantedFields({ draft, isReached, onDraft }: WantedFieldsProps) {
  const always = draft.as === 'developer'
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-ink">What to ask for</legend>
      <Checkbox
        label="OpenID token"
        hint={
          always
            ? 'A developer user’s sign-in answers with one in any case; it is good for five minutes.'
            : 'The basic (classic) flow: GetOpenIdToken. It is good for ten minutes.'
        }
        checked={always || (isReached && draft.openIdToken)}
        disabled={always || !isReached}
        onChange={(event) => onDraft({ ...draft, openIdToken: event.target.checked })}
      />
      <Checkbox
        label="Credentials"
        hint="The enhanced flow: GetCredentialsForIdentity. They are the app’s own AWS rights, good for an hour; nothing takes them back earlier."
        checked={isReached && draft.credentials}
        disabled={!isReached}
        onChange={(event) => onDraft({ ...draft, credentials: event.target.checked })}
      />
    </fieldset>
  )
}
