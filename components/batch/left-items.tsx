'use client'

import type { Refused } from '#lib/client/run-batches.ts'
import { ForeignText } from '../ui/foreign-text.tsx'
import { Table, TableFrame, Td, Th, THead, Tr } from '../ui/table.tsx'
import type { BatchWords } from './batch-words.ts'
import { grouped } from '#lib/core/grouped.ts'

/** The list is for reading; a longer one is counted above it. */
const SHOWN = 300

type LeftItemsProps = {
  words: BatchWords
  /** Of many only the first. */
  refused: readonly Refused[]
  refusedCount: number
  unknown?: readonly string[]
  waiting: readonly string[]
  waitingCount?: number
  /** The button that settles what had no answer. */
  settles?: SettledBy
}
export type SettledBy = 'Retry failed' | 'Look again'
type Item = { id: string; code: string; reason: string }

/** Everything that is left, each with its reason; what may be done all the same stands by itself. */
export function LeftItems({
  words,
  refused,
  refusedCount,
  unknown = [],
  waiting,
  waitingCount = waiting.length,
  settles = 'Retry failed',
}: LeftItemsProps) {
  const { noun, left, open, meanings, things } = words
  const items = [
    ...refused
      .slice(0, SHOWN)
      .map(({ id, code, reason }) => ({ id, code, reason: reason ?? meanings[code] ?? 'The service refused it.' })),
    ...waiting
      .slice(0, SHOWN)
      .map((id) => ({ id, code: 'Not attempted', reason: `The ${noun} ended before its turn.` })),
  ]
  const doubtful = unknown.map((id) => ({
    id,
    code: 'No answer',
    reason: `It was sent, and no answer came. ${settles} settles it.`,
  }))
  return (
    <>
      {doubtful.length > 0 && <Items caption={open} items={doubtful} count={unknown.length} things={things} />}
      {items.length > 0 && <Items caption={left} items={items} count={refusedCount + waitingCount} things={things} />}
    </>
  )
}

type ItemsProps = { caption: string; items: readonly Item[]; count: number; things: BatchWords['things'] }

function Items({ caption, items, count, things }: ItemsProps) {
  return (
    <>
      <TableFrame label={caption} className="max-h-72">
        <Table caption={caption}>
          <THead>
            <tr>
              <Th>{things?.head ?? 'Identity ID'}</Th>
              <Th>Reason</Th>
            </tr>
          </THead>
          <tbody>
            {items.slice(0, SHOWN).map(({ id, code, reason }) => (
              <Tr key={id}>
                {things ? (
                  <Td wrap>
                    <ForeignText text={things.nameOf(id)} />
                  </Td>
                ) : (
                  <Td className="font-mono text-xs whitespace-nowrap">{id}</Td>
                )}
                <Td wrap>
                  <span className="font-mono text-xs">{code}</span> <span className="text-soft">{reason}</span>
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </TableFrame>
      {count > SHOWN && <p className="text-xs text-soft">{`The first ${SHOWN} of ${grouped(count)}.`}</p>}
    </>
  )
}
