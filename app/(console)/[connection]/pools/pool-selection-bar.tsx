'use client'

import { ArrowLeftRight, Tag, Tags } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { SelectionBar } from '#components/data-table/selection-bar.tsx'
import { useCommands } from '#components/commands/use-commands.ts'
import { Button } from '#components/ui/button.tsx'
import { useDenial } from '#components/use-denial.ts'
import type { PoolSummary } from '#lib/pools/pool.ts'

const TagPoolsDialog = dynamic(() => import('./tag-pools-dialog.tsx').then((file) => file.TagPoolsDialog), {
  ssr: false,
})
const CompareWithDialog = dynamic(() => import('./compare-with-dialog.tsx').then((file) => file.CompareWithDialog), {
  ssr: false,
})

/** Compared one by one, each takes three calls. */
const MOST_COMPARED = 20

type PoolSelectionBarProps = {
  connectionId: string
  /** Those that are selected, shown or not. */
  pools: readonly PoolSummary[]
  onClear: () => void
  onShown: () => void
}

/** What can be done with the selected pools. */
export default function PoolSelectionBar({ connectionId, pools, onClear, onShown }: PoolSelectionBarProps) {
  const denied = useDenial(connectionId, 'pools:update')
  const [act, setAct] = useState<'add' | 'remove' | 'compare' | null>(null)
  const [looks, setLooks] = useState(0)
  const close = () => setAct(null)
  const lone =
    pools.length < 2
      ? 'Select at least two pools to compare.'
      : pools.length > MOST_COMPARED
        ? `Select at most ${MOST_COMPARED} pools to compare.`
        : null
  useCommands('Selected pools', [
    { words: 'Add a tag to the selected pools…', denied, run: () => setAct('add') },
    { words: 'Remove a tag from the selected pools…', denied, run: () => setAct('remove') },
    { words: 'Compare the selected pools…', denied: lone, run: () => setAct('compare') },
  ])
  return (
    <>
      <SelectionBar label="Selected pools" onShown={onShown}>
        <span className="px-1.5 text-soft">
          {pools.length === 1 ? '1 pool selected' : `${pools.length} pools selected`}
        </span>
        <Button variant="ghost" icon={<Tag />} denied={denied} onClick={() => setAct('add')}>
          Add tag…
        </Button>
        <Button variant="ghost" icon={<Tags />} denied={denied} onClick={() => setAct('remove')}>
          Remove tag…
        </Button>
        <Button variant="ghost" icon={<ArrowLeftRight />} denied={lone} onClick={() => setAct('compare')}>
          Compare with…
        </Button>
        <Button variant="ghost" onClick={onClear}>
          Clear selection
        </Button>
      </SelectionBar>
      {(act === 'add' || act === 'remove') && (
        <TagPoolsDialog
          key={looks}
          connectionId={connectionId}
          pools={pools}
          kind={act}
          onLook={() => setLooks(looks + 1)}
          onClose={close}
        />
      )}
      {act === 'compare' && <CompareWithDialog connectionId={connectionId} pools={pools} onClose={close} />}
    </>
  )
}
