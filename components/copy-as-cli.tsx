'use client'

import { useState } from 'react'
import { CodeBlock } from './ui/code-block.tsx'

/** The same action as an AWS CLI command, to copy; made and shown only when somebody asks. */
export function CopyAsCli({ command }: { command: () => string }) {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="w-fit rounded-sm text-xs text-soft hover:text-ink">Copy as AWS CLI</summary>
      {open && (
        <div className="mt-2">
          <CodeBlock label="AWS CLI command" code={command()} className="max-h-56" />
        </div>
      )}
    </details>
  )
}
