'use client'

import { isolated } from '#lib/core/isolated.ts'
import { useId, useState, type SubmitEvent } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { loginLabel } from '#lib/login-providers/login-label.ts'

type SecretDialogProps = {
  provider: string
  /** An empty value leaves the provider out. */
  onGiven: (value: string) => void
  onClose: () => void
}

/** Asks for a secret that the audit never keeps and the pool no longer has. */
export function SecretDialog({ provider, onGiven, onClose }: SecretDialogProps) {
  const form = useId()
  const [value, setValue] = useState('')
  const label = isolated(loginLabel(provider))
  const give = (event: SubmitEvent) => {
    event.preventDefault()
    if (value.trim() !== '') onGiven(value.trim())
  }
  return (
    <Dialog
      title={`The secret of ${label}`}
      description="Secrets are never recorded, and the pool no longer has this one."
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={() => onGiven('')}>{`Leave ${label} out`}</Button>
          <Button variant="primary" type="submit" form={form} disabled={value.trim() === ''}>
            Continue
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={give}>
        <TextField
          label="Consumer key and secret"
          hint="As the service keeps it: the key, a semicolon, the secret."
          mono
          type="password"
          autoComplete="off"
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
