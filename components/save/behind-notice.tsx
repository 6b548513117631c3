import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'

/** Said by a form without changes of its own when what it shows is no longer what the service has. */
export function BehindNotice({ onShow }: { onShow: () => void }) {
  return (
    <Callout
      className="mb-4"
      title="Changed meanwhile"
      action={
        <Button size="sm" onClick={onShow}>
          Show what is there now
        </Button>
      }
    >
      This form still shows what was there before.
    </Callout>
  )
}
