import { ConfirmDialog } from '../save/confirm-dialog.tsx'
import { ReasonField, type ReasonState } from '../save/reason-field.tsx'

type RetryDialogProps = {
  act: { isPending: boolean; error: unknown; renew: () => void }
  why: ReasonState
  confirm: () => void
  close: () => void
}

/** Asks why what failed is sent once more, where each act of the desk needs a reason. */
export const RetryDialog = ({ act, why, confirm, close }: RetryDialogProps) => (
  <ConfirmDialog
    title="Retry what failed"
    act={act}
    confirmLabel="Retry failed"
    variant="primary"
    ready={why.ready}
    failed="The retry was not started"
    unknown="Nobody knows whether the retry was started: look at the jobs"
    onConfirm={confirm}
    onLook={act.renew}
    onClose={close}
  >
    <p>A new job works through what this one was refused.</p>
    <ReasonField {...why.field} />
  </ConfirmDialog>
)
