'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'

/** A secret that is not in the document unless it is asked for. */
export function SecretValue({ label, value }: { label: string; value: string }) {
  const [shown, setShown] = useState(false)
  return (
    <span className="flex max-w-full items-center gap-1">
      <span className="min-w-0 py-1 font-mono text-xs break-all">
        {shown ? (
          value
        ) : (
          <>
            <span aria-hidden="true">••••••••••••</span>
            <span className="sr-only">Hidden</span>
          </>
        )}
      </span>
      <IconButton
        label={shown ? `Hide ${label}` : `Show ${label}`}
        size="sm"
        icon={shown ? <EyeOff /> : <Eye />}
        onClick={() => setShown(!shown)}
      />
      <CopyButton value={value} label={`Copy ${label}`} />
    </span>
  )
}
