'use client'

import { useState } from 'react'
import { identityCount } from '#lib/identities/identity-count.ts'
import { notDone } from '#lib/client/run-batches.ts'
import { BatchProgress } from '../batch/batch-progress.tsx'
import { BatchReport } from '../batch/batch-report.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { DeletionConfirmation } from './deletion-confirmation.tsx'
import { deletionWords, useDeletion } from './use-deletion.ts'

type DeleteIdentitiesDialogProps = {
  connectionId: string
  region: string
  /** The frozen set: nothing else is ever deleted. */
  identityIds: string[]
  /** As they go, batch by batch. */
  onDeleted: (identityIds: string[]) => void
  onClose: () => void
}

/** From this many identities on, the count must be typed. */
const TYPED_ABOVE = 60

/** Says what deleting does, deletes with progress, and reports each identity that was not deleted. */
export default function DeleteIdentitiesDialog(props: DeleteIdentitiesDialogProps) {
  const { connectionId, region, identityIds, onDeleted, onClose } = props
  const deletion = useDeletion({ connectionId, region, identityIds, onDeleted })
  const { state, waiting, doneBefore, start, stopping, stop, retry } = deletion
  const [typed, setTyped] = useState('')

  const count = identityIds.length
  const confirmed = count <= TYPED_ABOVE || typed.replaceAll(/[\s,._]/g, '') === String(count)
  const running = state?.phase === 'running'
  const shown = { words: deletionWords, doneBefore, total: count }
  const ended = state !== null && !running

  return (
    <Dialog
      title={`Delete ${identityCount(count)}`}
      size={state ? 'lg' : 'md'}
      dismissible={!running}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          {state === null && (
            <>
              <Button onClick={onClose}>Cancel</Button>
              <Button variant="danger" disabled={!confirmed} type="submit" form="delete-identities">
                {`Delete ${identityCount(count)}`}
              </Button>
            </>
          )}
          {running && (
            <Button pending={stopping} onClick={stop}>
              Stop
            </Button>
          )}
          {ended && notDone(state) > 0 && <Button onClick={retry}>Retry</Button>}
          {ended && (
            <Button variant="primary" onClick={onClose}>
              Close
            </Button>
          )}
        </>
      }
    >
      {state === null && (
        <DeletionConfirmation
          region={region}
          identityIds={identityIds}
          mustType={count > TYPED_ABOVE}
          typed={typed}
          onTyped={setTyped}
          onSubmit={() => confirmed && start()}
        />
      )}
      {running && <BatchProgress {...shown} state={state} stopping={stopping} />}
      {ended && <BatchReport {...shown} state={state} waiting={waiting} />}
    </Dialog>
  )
}
