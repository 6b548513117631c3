import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'

/** Said while the box is empty and the token of the last test still counts. */
export const KeptToken = ({ onForget }: { onForget: () => void }) => (
  <Callout
    title="The token of the last test is used again"
    action={
      <Button size="sm" onClick={onForget}>
        Forget the token
      </Button>
    }
  >
    It is kept in the memory of this page alone, until you paste another one, forget it or leave.
  </Callout>
)
