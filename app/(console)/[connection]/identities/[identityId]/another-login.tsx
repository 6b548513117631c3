import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'

/** The other way round: the person has a login elsewhere, which this identity does not have. */
export function AnotherLogin({ onBring }: { onBring: () => void }) {
  return (
    <Callout
      title="Does the person sign in another way as well?"
      action={
        <Button size="sm" onClick={onBring}>
          Bring a login here
        </Button>
      }
    >
      With a token of that login, such as their Google ID token, it can be brought here together with the identity that
      it has now.
    </Callout>
  )
}
