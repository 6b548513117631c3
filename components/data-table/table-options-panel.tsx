'use client'

import { Copy, Download } from 'lucide-react'
import { useState } from 'react'
import { toast } from '#lib/client/toast.ts'
import { errorShape } from '#lib/core/errors.ts'
import { toCsv } from '#lib/core/to-csv.ts'
import { copyText } from '../copy-text.ts'
import { download } from '../download.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import type { Cells } from './cells.ts'
import { keepLooks, looksOf } from './table-looks.ts'
import { grouped } from '#lib/core/grouped.ts'

/** A table as its options need it. */
export type TableContent = {
  /** The table's caption. */
  table: string
  columns: readonly { head: string; rowHeader?: true; opens?: true; hidden?: true }[]
  /** Its rows as texts, as they are shown. */
  cells: () => Promise<Cells>
  /** The name of a CSV file of them; null where the page offers a fuller one. */
  fileName: string | null
}

const densities = [
  { value: 'comfortable', label: 'Comfortable' },
  { value: 'compact', label: 'Compact' },
] as const

/** Density and columns as this browser keeps them, and the rows to take along. */
export default function TableOptionsPanel({ table, columns, cells, fileName }: TableContent) {
  const [looks, setLooks] = useState(() => looksOf(table))
  const [busy, setBusy] = useState<'copy' | 'csv' | null>(null)
  const isShown = ({ head, hidden }: { head: string; hidden?: true }) => looks.columns[head] ?? !hidden
  function keep(next: typeof looks) {
    setLooks(next)
    keepLooks(table, next)
  }

  async function take(what: 'copy' | 'csv') {
    setBusy(what)
    try {
      const read = await cells()
      if (what === 'csv') download(fileName ?? 'rows.csv', 'text/csv', toCsv([read.heads, ...read.rows]))
      else {
        const shown = read.heads.map((head) => columns.every((column) => column.head !== head || isShown(column)))
        const lines = [read.heads, ...read.rows].map((line) => line.filter((_, index) => shown[index]))
        await copyText(toCsv(lines, '\t'), `${grouped(read.rows.length)} rows`)
      }
    } catch (error) {
      toast({ title: 'The rows could not be read', description: errorShape(error).message, tone: 'danger' })
    }
    setBusy(null)
  }

  return (
    <div className="space-y-4">
      <div>
        <p aria-hidden="true" className="mb-1.5 text-xs text-soft">
          Density
        </p>
        <SegmentedControl
          label="Density"
          options={[...densities]}
          value={looks.compact ? 'compact' : 'comfortable'}
          onChange={(density) => keep({ ...looks, compact: density === 'compact' })}
        />
      </div>
      <fieldset>
        <legend className="mb-1 text-xs text-soft">Columns</legend>
        {columns.map((column) => (
          <Checkbox
            key={column.head}
            label={column.head}
            checked={isShown(column)}
            disabled={isMeant(column)}
            onChange={({ target }) => keep({ ...looks, columns: { ...looks.columns, [column.head]: target.checked } })}
          />
        ))}
      </fieldset>
      <div className="flex flex-wrap gap-2 border-t border-line pt-3">
        <Button size="sm" icon={<Copy />} pending={busy === 'copy'} onClick={() => void take('copy')}>
          Copy rows
        </Button>
        {fileName !== null && (
          <Button size="sm" icon={<Download />} pending={busy === 'csv'} onClick={() => void take('csv')}>
            Export as CSV
          </Button>
        )}
      </div>
    </div>
  )
}

/** Without it nobody could tell or open a row. */
const isMeant = ({ rowHeader, opens }: { rowHeader?: true; opens?: true }) => Boolean(rowHeader ?? opens)
