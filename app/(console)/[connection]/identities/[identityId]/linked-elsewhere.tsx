import Link from 'next/link'
import { shortName } from '#lib/developer-identities/short-name.ts'
import { MadeIdentity } from '#components/token-identity/made-identity.tsx'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { identityPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'

type LinkedElsewhereProps = { pool: PoolRef; user: string; identityId: string; onClose: () => void }

/** Said when the service linked, and answered for another identity than it was asked about. */
export function LinkedElsewhere({ pool, user, identityId, onClose }: LinkedElsewhereProps) {
  const { connectionId } = pool
  return (
    <Dialog
      title="Linked, but to another identity"
      size="lg"
      onOpenChange={(open) => !open && onClose()}
      footer={<Button onClick={onClose}>Close</Button>}
    >
      <div className="space-y-4">
        <Callout tone="warning" title={`${shortName(user)} does not lead to this identity`}>
          The service answered for{' '}
          <Link
            href={`${identityPath({ connectionId, identityId })}?pool=${pool.poolId}`}
            className="rounded-sm font-mono text-xs wrap-anywhere text-accent-ink underline"
          >
            {identityId}
          </Link>
          . Look at its logins and users before you do anything else.
        </Callout>
        <MadeIdentity
          pool={pool}
          identityId={identityId}
          title="It may have been made by this"
          text="If its page shows that it was created just now and has no other login, nobody needs it."
        />
      </div>
    </Dialog>
  )
}
