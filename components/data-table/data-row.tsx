'use client'

import { useEffect, useMemo, useRef } from 'react'
import { Checkbox } from '../ui/checkbox.tsx'
import { Td, Th, Tr } from '../ui/table.tsx'
import type { Column } from './column.ts'
import type { RowSelection } from './use-row-selection.ts'
import { Shown } from '../ui/shown.tsx'
import { isolated } from '#lib/core/isolated.ts'

type DataRowProps<Row> = {
  row: Row
  id: string
  name: string
  index: number
  columns: readonly Column<Row>[]
  selection: RowSelection | undefined
  /** It is shown in full beside the table. */
  opened: boolean
}

export function DataRow<Row>({ row, id, name, index, columns, selection, opened }: DataRowProps<Row>) {
  const tabIndex = selection && (index === selection.current ? 0 : -1)
  // A table is drawn again for many reasons that are none of its rows'.
  const cells = useMemo(
    () =>
      columns.map(({ head, cell, className, title, rowHeader, opens, hidden }) => {
        const told = title?.(row)
        const shared = {
          className,
          'data-column': head,
          'data-hidden': hidden,
          'data-opens': opens,
          title: told === undefined ? undefined : isolated(told),
          children: <Shown>{cell(row, tabIndex)}</Shown>,
        }
        return rowHeader ? <Th key={head} scope="row" {...shared} /> : <Td key={head} {...shared} />
      }),
    [row, columns, tabIndex],
  )
  return (
    <Tr
      selected={selection?.ids.has(id)}
      aria-rowindex={index + 2}
      data-row={id}
      aria-current={opened || undefined}
      onFocus={selection && (() => index !== selection.current && selection.activate(index))}
    >
      {selection && (
        <Td data-still="">
          <SelectBox selection={selection} id={id} name={name} index={index} tabIndex={tabIndex} />
        </Td>
      )}
      {cells}
    </Tr>
  )
}

type SelectBoxProps = { selection: RowSelection; id: string; name: string; index: number; tabIndex: number | undefined }

/** The keyboard's focus is on the box while it is on the row. */
function SelectBox({ selection, id, name, index, tabIndex }: SelectBoxProps) {
  const { ids, current, selectRow, takeFocus } = selection
  const focusTick = index === current ? selection.focusTick : 0
  const box = useRef<HTMLInputElement | null>(null)
  useEffect(() => {
    if (takeFocus(focusTick)) box.current?.focus({ preventScroll: true })
    // oxlint-disable-next-line react/exhaustive-deps -- it asks a ref
  }, [focusTick])
  return (
    <Checkbox
      ref={(node) => void (box.current = node)}
      aria-label={`Select ${name}`}
      checked={ids.has(id)}
      tabIndex={tabIndex}
      onChange={(event) => selectRow(index, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)}
    />
  )
}
