import type { MergeSide } from '#lib/developer-identities/developer-identity.ts'
import { whatLivesOn } from '#lib/identities/what-lives-on.ts'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import { Callout } from '../ui/callout.tsx'
import { WhoWillSee } from './who-will-see.tsx'

type MergeWarningsProps = {
  destination: MergeSide
  source: MergeSide
  providerName: string
  /** The login whose token brings the two together, where no developer user does. */
  login?: string
}

const id = (identityId: string) => <span className="font-mono text-xs wrap-anywhere">{identityId}</span>

/** What bringing two identities together does, and what can be put right of it. */
export function MergeWarnings({ destination, source, providerName, login }: MergeWarningsProps) {
  return (
    <Callout tone="danger" title="This cannot be undone">
      <ul className="list-disc space-y-1 pl-4">
        <li>
          <WhoWillSee
            users={source.userIdentifiers}
            logins={source.identity.logins.filter((login) => login !== providerName)}
            of={destination.userIdentifier}
          />
        </li>
        <li>
          {id(source.identity.identityId)} is disabled for good, and everyone who leads to it leads to{' '}
          {id(destination.identity.identityId)}.
        </li>
        <li>
          Data that an app keeps under the disabled identity’s ID, such as an S3 prefix or a DynamoDB key, does not
          move: move it yourself.
        </li>
        <li>
          A device that still holds the disabled ID gets “Access to Identity is forbidden” until the app clears it, at
          the latest when the person signs out and in again.
        </li>
        <li>{whatLivesOn(true)}</li>
        <li>
          If it was wrong, unlink {login === undefined ? 'the user' : `the login of ${loginLabel(login)}`} at once: that
          shuts them out again, but their old identity stays lost.
        </li>
      </ul>
    </Callout>
  )
}
