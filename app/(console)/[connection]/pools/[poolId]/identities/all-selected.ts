import type { RowSelection } from '#components/data-table/use-row-selection.ts'

type Mode = {
  /** Ends it: what is loaded stays selected. */
  leave: () => void
  remove: () => void
}

/** A selection as a table has it while all that a filter has is selected, loaded or not. A change of a row ends that. */
export function allSelected(own: RowSelection, order: readonly string[], { leave, remove }: Mode): RowSelection {
  const clear = () => {
    leave()
    own.clear()
  }
  const loadedOnly = () => {
    leave()
    own.selectAll(true)
  }
  return {
    ...own,
    ids: new Set(order),
    listed: order.length,
    remove,
    clear,
    selectAll: (all) => (all ? loadedOnly() : clear()),
    selectRow(index, extend) {
      loadedOnly()
      own.selectRow(index, extend)
    },
    onKeyDown(event) {
      if (event.key === 'Delete') {
        event.preventDefault()
        return remove()
      }
      if (event.key === 'Escape') leave()
      if (event.key === ' ') loadedOnly()
      own.onKeyDown(event)
    },
  }
}
