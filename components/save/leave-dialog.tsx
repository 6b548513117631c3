'use client'

import { useRef } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'

type LeaveDialogProps = { loses: string | undefined; onStay: () => void; onLeave: () => void }

export default function LeaveDialog({ loses, onStay, onLeave }: LeaveDialogProps) {
  const stay = useRef<HTMLButtonElement>(null)
  return (
    <Dialog
      title="Leave without saving?"
      description={loses ?? 'The changes on this page are not saved and would be lost.'}
      size="sm"
      initialFocus={stay}
      onOpenChange={(open) => !open && onStay()}
      footer={
        <>
          <Button ref={stay} onClick={onStay}>
            Stay
          </Button>
          <Button variant="danger" onClick={onLeave}>
            Leave
          </Button>
        </>
      }
    />
  )
}
