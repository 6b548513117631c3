'use client'

import { useEffect, useEffectEvent, useImperativeHandle, useRef } from 'react'
import { Checkbox } from '../ui/checkbox.tsx'
import { Table, TableFrame, Th, THead } from '../ui/table.tsx'
import { ColumnHeads } from './column-heads.tsx'
import type { Column } from './column.ts'
import { DataRow } from './data-row.tsx'
import { ListEnd, type ListWords } from './list-end.tsx'
import { ListFailure } from './list-failure.tsx'
import type { ListReading } from './list-reading.ts'
import type { RowSelection } from './use-row-selection.ts'
import { useKeptPlace, useListPlace } from './use-list-place.ts'
import { useOpeningRows } from './use-opening-rows.ts'
import { useRowHeight } from './use-row-height.ts'
import { useRowWindow } from './use-row-window.tsx'

/** How many rows before the end of what is loaded the next page is asked for. */
const AHEAD = 40

type DataTableProps<Row> = {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** Stays with a row's content wherever the row moves, and names it where rows are selected. */
  keyOf: (row: Row) => string
  reading: ListReading
  words: ListWords
  /** What a row is called where it is selected, if not by its key. */
  nameOf?: (row: Row) => string
  /** Rows can be selected, and the keyboard moves among them. */
  selection?: RowSelection
  /** The row that is open beside the table, by its key; it stays in the document and in view. */
  opened?: string | null
  /** What a pressed row does, by its key, where that is not what the link or button of its column that `opens` does. */
  onOpen?: (key: string) => void
  /** The rows come in the order of the address, also where more of them can be read. */
  ordered?: boolean
  /** How high it is. */
  className: string
}

/** A table that draws only the rows in view, however many there are, and says what it has in place of others. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    caption,
    columns,
    rows,
    keyOf,
    nameOf = keyOf,
    reading,
    words,
    selection,
    opened = null,
    onOpen,
    ordered = false,
  } = props
  const { className } = props
  const count = rows.length
  const width = columns.length + (selection ? 1 : 0)
  const { pending, more } = reading
  const scroller = useRef<HTMLDivElement>(null)
  const openedAt = opened === null ? -1 : rows.findIndex((row) => keyOf(row) === opened)
  const pinned = openedAt >= 0 ? openedAt : selection && count > 0 ? selection.current : null
  const place = useListPlace(caption)
  const { engine, segments, lastVisible, reveal, position } = useRowWindow({
    count,
    rowHeight: useRowHeight(scroller),
    scroller,
    pinned,
    start: place.start?.position ?? null,
  })
  const { onClick } = useKeptPlace({ ...place, scroller, position, count })
  useOpeningRows(scroller, onOpen)
  useImperativeHandle(selection?.table, () => ({ reveal }))

  const showOpened = useEffectEvent(() => openedAt >= 0 && reveal(openedAt))
  useEffect(() => {
    const frame = requestAnimationFrame(() => showOpened())
    return () => cancelAnimationFrame(frame)
  }, [opened, openedAt])

  const nearEnd = lastVisible >= count - AHEAD
  useEffect(() => {
    if (nearEnd) more?.()
    // A page that brought rows can still leave the end near.
  }, [nearEnd, count, more])

  return (
    <>
      {engine}
      <ListFailure reading={reading} count={count} />
      <TableFrame
        ref={scroller}
        label={caption}
        className={`[--row:36px] [@media(max-height:45rem)]:[--row:30px] ${className}`}
        onKeyDown={selection?.onKeyDown}
        onClick={onClick}
      >
        <Table
          caption={caption}
          className="min-w-[calc(100%+var(--details))] table-fixed"
          aria-rowcount={pending ? -1 : count + 1}
        >
          <THead>
            <tr aria-rowindex={1}>
              {selection && <AllHead selection={selection} count={count} />}
              <ColumnHeads columns={columns} whole={ordered || !pending} />
            </tr>
          </THead>
          <tbody>
            {segments.map((segment) => {
              if (segment.kind === 'gap')
                return (
                  <tr key={segment.key} aria-hidden="true">
                    <td colSpan={width} className="p-0" style={{ height: segment.height }} />
                  </tr>
                )
              const row = rows[segment.index]
              if (row === undefined) return null
              const id = keyOf(row)
              return (
                <DataRow
                  key={id}
                  id={id}
                  index={segment.index}
                  row={row}
                  columns={columns}
                  name={nameOf(row)}
                  selection={selection}
                  opened={id === opened}
                />
              )
            })}
          </tbody>
        </Table>
        <ListEnd reading={reading} words={words} count={count} />
      </TableFrame>
    </>
  )
}

function AllHead({ selection: { listed, selectAll }, count }: { selection: RowSelection; count: number }) {
  const all = count > 0 && listed === count
  return (
    <Th className="w-10">
      <Checkbox
        aria-label="Select all loaded"
        checked={all}
        indeterminate={listed > 0 && !all}
        disabled={count === 0}
        onChange={(event) => selectAll(event.target.checked)}
      />
    </Th>
  )
}
