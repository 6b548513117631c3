import { notDeleted, type DeletionState } from '#lib/identities/delete-run.ts'
import { Button } from '../ui/button.tsx'

type DeletionReportActionsProps = { state: DeletionState; onRetry: () => void; onClose: () => void }

export function DeletionReportActions({ state, onRetry, onClose }: DeletionReportActionsProps) {
  return (
    <>
      {notDeleted(state) > 0 && <Button onClick={onRetry}>Retry</Button>}
      <Button variant="primary" onClick={onClose}>
        Close
      </Button>
    </>
  )
}
