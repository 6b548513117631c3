/**
 * Which rows are selected. A range starts at `anchor` and is laid over `settled`, the selection as it was before, so
 * that extending it back again lets go of what it had taken.
 */
export type Selection = { ids: ReadonlySet<string>; settled: ReadonlySet<string>; anchor: string | null }

export type SelectionChange =
  | { type: 'toggle'; id: string }
  /** From the anchor (else from `from`, else this row alone) to this row, both included, over the rows as they stand. */
  | { type: 'range'; id: string; order: readonly string[]; from?: string | undefined }
  /** The next range starts afresh. */
  | { type: 'settle' }
  | { type: 'all'; order: readonly string[] }
  | { type: 'none' }
  | { type: 'remove'; ids: Iterable<string> }

export const nothingSelected: Selection = { ids: new Set(), settled: new Set(), anchor: null }

/** The next selection. Rows that load later are never selected by themselves. */
export function changeSelection(selection: Selection, change: SelectionChange): Selection {
  switch (change.type) {
    case 'toggle':
      return settled(toggled(selection.ids, change.id), change.id)
    case 'range':
      return ranged(selection, change)
    case 'settle':
      return selection.anchor === null ? selection : settled(selection.ids, null)
    case 'all':
      return settled(new Set(change.order), null)
    case 'none':
      return nothingSelected
    case 'remove': {
      const ids = new Set(selection.ids)
      for (const id of change.ids) ids.delete(id)
      return settled(ids, null)
    }
  }
}

const settled = (ids: ReadonlySet<string>, anchor: string | null): Selection => ({ ids, settled: ids, anchor })

function toggled(ids: ReadonlySet<string>, id: string): Set<string> {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return next
}

/** The range takes the anchor's own state: from a row that was just cleared it clears. */
function ranged(selection: Selection, { id, order, from }: SelectionChange & { type: 'range' }): Selection {
  const fresh = selection.anchor === null || !order.includes(selection.anchor)
  const anchor = fresh ? (from ?? id) : (selection.anchor ?? id)
  const select = fresh || selection.settled.has(anchor)
  const ends = [order.indexOf(anchor), order.indexOf(id)]
  const ids = new Set(selection.settled)
  for (const between of order.slice(Math.min(...ends), Math.max(...ends) + 1)) {
    if (select) ids.add(between)
    else ids.delete(between)
  }
  return {
    ids,
    settled: selection.settled.has(anchor) === select ? selection.settled : new Set(selection.settled).add(anchor),
    anchor,
  }
}
