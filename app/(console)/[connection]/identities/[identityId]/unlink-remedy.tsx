import { Callout } from '#components/ui/callout.tsx'

type UnlinkRemedyProps = { by: 'token' | 'developer'; label: string; canUseDeveloperToken: boolean }

/** What is left after the service refused a proof. */
export function UnlinkRemedy({ by, label, canUseDeveloperToken }: UnlinkRemedyProps) {
  return (
    <Callout title="What is left">
      <ul className="list-disc space-y-1 pl-4">
        {by === 'developer' ? (
          <li>AWS does not take a developer token here: choose a token of the user below.</li>
        ) : (
          <li>Ask for a fresh token of any login of this identity, not of {label} alone, and try again.</li>
        )}
        {by === 'token' && canUseDeveloperToken && <li>Try a developer token below, which AWS may refuse as well.</li>}
        <li>Let the app unlink it: while the person is signed in, it holds the token that the service wants.</li>
        <li>
          Last resort: delete the identity, with the button at the top of this page. It takes every login away, and all
          data kept under its ID is lost to the person.
        </li>
      </ul>
    </Callout>
  )
}
