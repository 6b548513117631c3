'use client'

import { Check, Terminal } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { SegmentedControl } from '#components/ui/segmented-control.tsx'
import type { SessionKeys } from '#lib/access-test/session.ts'
import { shellExports, shellLabels, shells, type Shell } from '#lib/access-test/shell-exports.ts'
import { toast } from '#lib/client/toast.ts'

/** Copies the session for a shell without showing it. */
export function CopyExports({ keys, region }: { keys: SessionKeys; region: string }) {
  const [shell, setShell] = useState<Shell>('posix')
  const [copied, setCopied] = useState<Shell | null>(null)

  async function copy() {
    try {
      await navigator.clipboard.writeText(shellExports(shell, keys, region))
      setCopied(shell)
    } catch {
      toast({ title: 'Not copied', description: 'The browser refused access to the clipboard.', tone: 'danger' })
    }
  }

  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      <SegmentedControl
        label="Shell"
        options={shells.map((value) => ({ value, label: shellLabels[value] }))}
        value={shell}
        onChange={setShell}
      />
      <Button icon={copied === shell ? <Check /> : <Terminal />} onClick={() => void copy()}>
        Copy shell exports
      </Button>
      <span role="status" className="text-soft">
        {copied === shell ? `Copied for ${shellLabels[shell]}` : ''}
      </span>
    </div>
  )
}
