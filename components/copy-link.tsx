'use client'

import { Check, Link2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { toast } from '#lib/client/toast.ts'

/** A page’s address for a ticket: ids only, nobody’s name. */
export function CopyLink({ path }: { path: string }) {
  const [copied, setCopied] = useState(false)

  async function copy() {
    try {
      await navigator.clipboard.writeText(new URL(path, window.location.href).href)
      setCopied(true)
    } catch {
      toast({ title: 'Not copied', description: 'The browser refused access to the clipboard.', tone: 'danger' })
    }
  }

  return (
    <Button size="sm" variant="ghost" icon={copied ? <Check /> : <Link2 />} onClick={() => void copy()}>
      {copied ? 'Link copied' : 'Copy link'}
    </Button>
  )
}
