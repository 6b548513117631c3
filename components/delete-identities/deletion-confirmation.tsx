'use client'

import { useId } from 'react'
import { toDeleteIdentitiesCommands } from '#lib/code/to-aws-cli.ts'
import { CopyAsCli } from '../copy-as-cli.tsx'
import { Callout } from '../ui/callout.tsx'
import { Field } from '../ui/field.tsx'
import { TextInput } from '../ui/text-input.tsx'

type DeletionConfirmationProps = {
  region: string
  identityIds: string[]
  mustType: boolean
  typed: string
  onTyped: (typed: string) => void
  onSubmit: () => void
}

export function DeletionConfirmation({
  region,
  identityIds,
  mustType,
  typed,
  onTyped,
  onSubmit,
}: DeletionConfirmationProps) {
  const listId = useId()
  const count = identityIds.length
  const one = count === 1
  return (
    <form
      id="delete-identities"
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {one && <p className="font-mono text-xs break-all">{identityIds[0]}</p>}
      <Callout tone="danger" title="This cannot be undone">
        <ul id={listId} className="list-disc space-y-1 pl-4">
          <li>
            {one
              ? 'At their next visit or sign-in this user gets a new identity with another ID.'
              : 'At their next visit or sign-in each of these users gets a new identity with another ID.'}
          </li>
          <li>
            Data that an app keeps under the old ID, such as an S3 prefix or a DynamoDB key, stays behind without an
            owner.
          </li>
          <li>
            {one
              ? 'Its links to logins and developer user identifiers are lost.'
              : 'Their links to logins and developer user identifiers are lost.'}
          </li>
        </ul>
      </Callout>
      {mustType && (
        <Field label={`Type ${count} to confirm`}>
          {(control) => (
            <TextInput
              {...control}
              inputMode="numeric"
              value={typed}
              onChange={(event) => onTyped(event.target.value)}
            />
          )}
        </Field>
      )}
      <CopyAsCli command={() => toDeleteIdentitiesCommands(region, identityIds)} />
    </form>
  )
}
