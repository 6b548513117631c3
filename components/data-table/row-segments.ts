/** What the table's body holds, in order: rows, and the empty heights between them. */
export type Segment = { kind: 'row'; index: number } | { kind: 'gap'; key: string; height: number }

type Drawn = {
  first: number
  last: number
  /** One more row, wherever it is. */
  pinned: number | null
  count: number
  rowHeight: number
  /** Where the drawn part of the list begins, in px, and how high it is. */
  base: number
  height: number
}

export function segmentsOf({ first, last, pinned, count, rowHeight, base, height }: Drawn): Segment[] {
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
  if (pinned !== null && pinned < count && pinned < first) rows.unshift(pinned)
  if (pinned !== null && pinned < count && pinned > last) rows.push(pinned)
  const segments: Segment[] = []
  let drawn = 0
  const gap = (to: number) => {
    const size = Math.min(Math.max(to, 0), height) - drawn
    if (size <= 0) return
    segments.push({ kind: 'gap', key: `gap-${segments.length}`, height: size })
    drawn += size
  }
  for (const index of rows) {
    gap(index * rowHeight - base)
    segments.push({ kind: 'row', index })
    drawn += rowHeight
  }
  gap(height)
  return segments
}
