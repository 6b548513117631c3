import { shortName } from '#lib/developer-identities/short-name.ts'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import type { LookupKey } from '#lib/developer-identities/developer-identity.ts'

type NobodyFoundProps = {
  asked: LookupKey
  /** The text as it was typed, where that may have been meant. */
  exactly: LookupKey | null
  onLookUp: (key: LookupKey) => void
}

/** Said when the pool knows no such user or identity, with what else the text may mean. */
export function NobodyFound({ asked, exactly, onLookUp }: NobodyFoundProps) {
  const isIdentity = 'identityId' in asked
  const name = isIdentity ? asked.identityId : asked.userIdentifier
  return (
    <Callout
      title={`This pool does not know ${shortName(name)}`}
      action={
        isIdentity ? (
          <Button size="sm" onClick={() => onLookUp({ userIdentifier: name })}>
            Look it up as a user
          </Button>
        ) : exactly ? (
          <Button size="sm" onClick={() => onLookUp(exactly)}>
            Look it up exactly as typed
          </Button>
        ) : undefined
      }
    >
      {isIdentity
        ? 'The identity was deleted, or belongs to another pool.'
        : 'Identifiers are compared letter by letter, capitals included. The user may never have signed in, or was unlinked.'}
    </Callout>
  )
}
