'use client'

import { Download, Printer } from 'lucide-react'
import { download } from '#components/download.ts'
import { Button } from '#components/ui/button.tsx'
import { toast } from '#lib/client/toast.ts'
import type { ErasureRecord } from '#lib/erasure/erasure-record.ts'
import { recordText } from '#lib/erasure/record-text.ts'

type RecordActionsProps = {
  record: ErasureRecord
  /** Hears that there is a copy of it outside. */
  onSaved?: () => void
}

/** The ways to keep a record. */
export function RecordActions({ record, onSaved = () => undefined }: RecordActionsProps) {
  const name = `erasure-${new Date(record.startedAt).toISOString().slice(0, 10)}-${record.runId.slice(0, 8)}`

  async function copy() {
    try {
      await navigator.clipboard.writeText(recordText(record))
      onSaved()
      toast({ title: 'The record is copied', tone: 'success' })
    } catch {
      toast({ title: 'Not copied', description: 'The browser refused access to the clipboard.', tone: 'danger' })
    }
  }
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      <Button
        variant="primary"
        icon={<Printer />}
        onClick={() => {
          window.print()
          onSaved()
        }}
      >
        Print
      </Button>
      <Button onClick={() => void copy()}>Copy as text</Button>
      <Button
        icon={<Download />}
        onClick={() => {
          download(`${name}.json`, 'application/json', `${JSON.stringify(record, null, 2)}\n`)
          onSaved()
        }}
      >
        Download JSON
      </Button>
    </div>
  )
}
