'use client'

import { identityCount } from '#lib/identities/identity-count.ts'
import { credentialsLive, type CredentialLife } from '#lib/reach/credential-life.ts'
import { cutOffOf, MOST_CUT_OFF, NOT_RECALLED } from '#lib/reach/cut-off.ts'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { CutOffPolicy } from './cut-off-policy.tsx'

type CutOffDialogProps = {
  identityIds: readonly string[]
  /** The roles of their pool; none where they are not known. */
  roles: readonly string[]
  life: CredentialLife
  /** When it was asked for, epoch milliseconds. */
  at: number
  onClose: () => void
}

/** The policy that ends the credentials of those who are gone. */
export default function CutOffDialog({ identityIds, roles, life, at, onClose }: CutOffDialogProps) {
  const cut = cutOffOf(identityIds, at)
  return (
    <Dialog
      title={
        cut.of === 'identities' ? `Cut off ${identityCount(identityIds.length)}` : 'Cut off all sessions until now'
      }
      description={`${credentialsLive(life)} ${NOT_RECALLED}`}
      size="lg"
      onOpenChange={(open) => open || onClose()}
    >
      <div className="space-y-3">
        {cut.of === 'sessions' && (
          <Callout>{`One policy names ${MOST_CUT_OFF} identities at most, so this one cuts off everybody who has the role until they ask again.`}</Callout>
        )}
        <CutOffPolicy cut={cut} roles={roles} />
        <p className="text-xs text-soft">
          {roles.length === 0
            ? 'Put it on every role that the pool’s credentials may have.'
            : 'In the basic flow an app may take other roles that trust the pool as well: the Reach tab of the pool lists them.'}
        </p>
      </div>
    </Dialog>
  )
}
