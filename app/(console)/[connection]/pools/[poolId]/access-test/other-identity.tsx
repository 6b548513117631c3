import { Callout } from '#components/ui/callout.tsx'

/** Said when a call answers for another identity than it was asked about: the two were merged. */
export function OtherIdentity({ asked, answered }: { asked: string | null; answered: string }) {
  if (asked === null || asked === answered) return null
  return (
    <Callout tone="warning" title="The service answered for another identity" className="mb-3">
      The login belongs to <span className="font-mono text-xs wrap-anywhere">{answered}</span>; the one that was asked
      about is merged into it.
    </Callout>
  )
}
