'use client'

import { useState } from 'react'
import { CodeBlock } from './ui/code-block.tsx'
import { useCliConnection } from './use-cli-connection.ts'

type CopyAsCliProps = {
  command: () => string
  /** Where it is to run; the connection of the address by default. */
  connectionId?: string
}

/** The same action as an AWS CLI command, to copy; made and shown only when somebody asks. */
export function CopyAsCli({ command, connectionId }: CopyAsCliProps) {
  const [open, setOpen] = useState(false)
  const { script, note } = useCliConnection(connectionId)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="w-fit rounded-sm text-xs text-soft hover:text-ink">Copy as AWS CLI</summary>
      {open && (
        <div className="mt-2">
          {note && <p className="mb-2 text-xs text-soft">{note}</p>}
          <CodeBlock label="AWS CLI command" language="shell" code={script(command())} className="max-h-56" />
        </div>
      )}
    </details>
  )
}
