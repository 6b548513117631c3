'use client'

import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { toast } from '#lib/client/toast.ts'
import { IconButton } from './icon-button.tsx'

type CopyButtonProps = {
  value: string
  label: string
  /** What its tooltip says besides. */
  hint?: string
  className?: string
}

/** Copies `value`, which may be a secret; `label` says what it is: "Copy identity ID". */
export function CopyButton({ value, label, hint, className }: CopyButtonProps) {
  const [copied, setCopied] = useState(false)

  useEffect(() => {
    if (!copied) return
    const timer = window.setTimeout(() => setCopied(false), 1500)
    return () => window.clearTimeout(timer)
  }, [copied])

  async function copy() {
    try {
      await navigator.clipboard.writeText(value)
      setCopied(true)
    } catch {
      toast({ title: 'Not copied', description: 'The browser refused access to the clipboard.', tone: 'danger' })
    }
  }

  return (
    <>
      <IconButton
        label={label}
        hint={hint}
        size="sm"
        icon={copied ? <Check /> : <Copy />}
        onClick={copy}
        className={className}
      />
      <span role="status" className="sr-only">
        {copied ? 'Copied' : ''}
      </span>
    </>
  )
}
