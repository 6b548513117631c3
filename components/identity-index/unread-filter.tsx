import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'

/** Why what a filter has cannot be taken further: none is never taken for one that cannot be read. */
export const UNREAD_FILTER = 'The address names a filter that cannot be read.'

/** Says why the filter of the address cannot be read. */
export const UnreadFilter = ({ why, onShowAll }: { why: string; onShowAll: () => void }) => (
  <Callout
    tone="warning"
    title="The address names a filter that cannot be read"
    action={<Button onClick={onShowAll}>Show all</Button>}
  >
    {why}
  </Callout>
)
