'use client'

import { Wrench } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useCommands } from '#components/commands/use-commands.ts'
import { SelectionBar } from '#components/data-table/selection-bar.tsx'
import { Button } from '#components/ui/button.tsx'
import { useDenial } from '#components/use-denial.ts'
import type { PoolFinding } from '#lib/findings/finding-filter.ts'
import { remediesOfMany } from '#lib/findings/remedy-of-many.ts'
import { foundOnPools, type FoundOnPool } from './found-on-pools.ts'

const ApplyRemedyDialog = dynamic(() => import('./apply-remedy-dialog.tsx').then((file) => file.ApplyRemedyDialog), {
  ssr: false,
})

type FindingSelectionBarProps = {
  connectionId: string
  /** Those that are selected, shown or not. */
  findings: readonly PoolFinding[]
  onClear: () => void
  onShown: () => void
}

/** What is applied: findings that are put right are none any more while the dialog still tells of them. */
type Applying = { checkId: string; found: FoundOnPool[]; turn: number }

/** What can be done with the selected findings. */
export default function FindingSelectionBar({ connectionId, findings, onClear, onShown }: FindingSelectionBarProps) {
  const forbidden = useDenial(connectionId, 'pools:update')
  const [applying, setApplying] = useState<Applying | null>(null)
  const [checkId = '', ...others] = [...new Set(findings.map(({ finding }) => finding.checkId))]
  const open = findings.filter(({ finding }) => finding.suppressed === null)
  const found = foundOnPools(open)
  const denied = forbidden ?? whyNot(checkId, others.length > 0, open.length)
  const pools = found.length === 1 ? '1 pool' : `${found.length} pools`
  const apply = () => setApplying({ checkId, found, turn: 0 })
  useCommands('Selected findings', [{ words: 'Apply the remedy of the selected findings…', denied, run: apply }])
  return (
    <>
      {findings.length > 0 && (
        <SelectionBar label="Selected findings" onShown={onShown}>
          <span className="px-1.5 text-soft">
            {findings.length === 1 ? '1 finding selected' : `${findings.length} findings selected`}
          </span>
          <Button variant="ghost" icon={<Wrench />} denied={denied} onClick={apply}>
            {denied === null ? `${remediesOfMany[checkId]} on ${pools}…` : 'Apply remedy…'}
          </Button>
          <Button variant="ghost" onClick={onClear}>
            Clear selection
          </Button>
        </SelectionBar>
      )}
      {applying && (
        <ApplyRemedyDialog
          key={applying.turn}
          connectionId={connectionId}
          checkId={applying.checkId}
          found={applying.found}
          onLook={() => setApplying({ ...applying, turn: applying.turn + 1 })}
          onClose={() => setApplying(null)}
        />
      )}
    </>
  )
}

function whyNot(checkId: string, several: boolean, open: number): string | null {
  if (several) return 'Select findings of one kind.'
  if (!Object.hasOwn(remediesOfMany, checkId)) return 'Its remedy is decided pool by pool: open the finding.'
  return open === 0 ? 'Suppressed findings are left alone.' : null
}
