'use client'

import { Fragment, useEffect, useImperativeHandle, useRef, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import { Table } from '../ui/table.tsx'
import { TableFrame } from '../ui/table-frame.tsx'
import { THead } from '../ui/thead.tsx'
import { useRowWindow } from './use-row-window.ts'

/** How many rows before the end of what is loaded the next page is asked for. */
const AHEAD = 40

export type RowWindowHandle = { reveal: (index: number) => void }

type RowWindowProps = {
  caption: string
  columns: number
  count: number
  /** Whether `count` is all there is; told to assistive technology. */
  complete: boolean
  head: ReactNode
  renderRow: (index: number) => ReactNode
  /** Stays with a row's content wherever the row moves. */
  rowKey: (index: number) => string
  /** After the last row: loading, failed, or how many there are. */
  foot?: ReactNode
  pinned?: number | null
  onNearEnd?: () => void
  onKeyDown?: (event: KeyboardEvent<HTMLDivElement>) => void
  ref?: Ref<RowWindowHandle>
  className?: string
}

/** A table that draws only the rows in view, however many there are. */
export function RowWindow(props: RowWindowProps) {
  const {
    caption,
    columns,
    count,
    complete,
    head,
    renderRow,
    rowKey,
    foot,
    pinned = null,
    onNearEnd,
    onKeyDown,
    ref,
    className = '',
  } = props
  const scroller = useRef<HTMLDivElement>(null)
  const { segments, lastVisible, reveal } = useRowWindow({ count, scroller, pinned })
  useImperativeHandle(ref, () => ({ reveal }))

  const nearEnd = lastVisible >= count - AHEAD
  useEffect(() => {
    if (nearEnd) onNearEnd?.()
    // A page that brought rows can still leave the end near.
  }, [nearEnd, count, onNearEnd])

  return (
    <TableFrame ref={scroller} label={caption} className={className} onKeyDown={onKeyDown}>
      <Table caption={caption} className="table-fixed" aria-rowcount={complete ? count + 1 : -1}>
        <THead>{head}</THead>
        <tbody>
          {segments.map((segment) =>
            segment.kind === 'row' ? (
              <Fragment key={rowKey(segment.index)}>{renderRow(segment.index)}</Fragment>
            ) : (
              <tr key={segment.key} aria-hidden="true">
                <td colSpan={columns} className="p-0" style={{ height: segment.height }} />
              </tr>
            ),
          )}
        </tbody>
      </Table>
      {foot}
    </TableFrame>
  )
}
