'use client'

import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Copy, Download, Trash2 } from 'lucide-react'
import { SelectionBar } from '#components/data-table/selection-bar.tsx'
import { copyText } from '#components/copy-text.ts'
import { download } from '#components/download.ts'
import { Button } from '#components/ui/button.tsx'
import { toCsv } from '#lib/core/to-csv.ts'
import { loadedIdentities } from '#lib/identities/cached-identities.ts'
import { identityCount } from '#lib/identities/identity-count.ts'
import { identityCells } from './identity-cells.ts'

type IdentitySelectionBarProps = {
  connectionId: string
  count: number
  /** Their ids in the order of the list, those that it has not at the end. */
  chosen: () => string[]
  /** They are all that a filter has, loaded or not: what is done with the loaded ones alone is left out. */
  isAll?: boolean
  /** What else can be done about them. */
  more?: ReactNode
  /** Why they may not be deleted, or null. */
  denied: string | null
  onDelete: () => void
  onClear: () => void
  /** Hears that it lies over the table where the keyboard is in it: a row under the mouse stays where it is. */
  onShown: () => void
}

/** What can be done with the selected identities. */
export default function IdentitySelectionBar(props: IdentitySelectionBarProps) {
  const { connectionId, chosen, isAll = false, more, denied, onDelete, onClear, onShown } = props
  const client = useQueryClient()
  const count = identityCount(props.count)

  function exportCsv() {
    const ids = chosen()
    const known = loadedIdentities(client, connectionId, ids)
    const cells = identityCells(ids.flatMap((id) => known.get(id) ?? []))
    download('identities.csv', 'text/csv', toCsv([cells.heads, ...cells.rows]))
  }

  return (
    <SelectionBar label="Selected identities" onShown={onShown}>
      {more}
      {!isAll && (
        <>
          <Button variant="ghost" icon={<Copy />} onClick={() => void copyText(chosen().join('\n'), `IDs of ${count}`)}>
            Copy IDs
          </Button>
          <Button variant="ghost" icon={<Download />} onClick={exportCsv}>
            CSV
          </Button>
        </>
      )}
      <Button variant="ghost" onClick={onClear}>
        Clear selection
      </Button>
      <Button
        variant="danger"
        icon={<Trash2 />}
        disabled={denied !== null}
        aria-describedby={denied === null ? undefined : 'delete-denied'}
        onClick={onDelete}
      >
        {`Delete ${count}`}
      </Button>
      <p id="delete-denied" className="w-full px-1.5 text-center text-xs text-soft empty:hidden">
        {denied}
      </p>
    </SelectionBar>
  )
}
