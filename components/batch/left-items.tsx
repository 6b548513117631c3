'use client'

import type { BatchState } from '#lib/client/run-batches.ts'
import { Table, TableFrame, Td, Th, THead, Tr } from '../ui/table.tsx'
import type { BatchWords } from './batch-words.ts'

/** The list is for reading; a longer one is counted above it. */
const SHOWN = 300

type LeftItemsProps = { words: BatchWords; state: BatchState; waiting: readonly string[] }

/** Everything that is left, each with its reason. */
export function LeftItems({ words: { noun, left: caption, meanings }, state, waiting }: LeftItemsProps) {
  const { refused, unknown } = state
  const count = refused.length + unknown.length + waiting.length
  const left = [
    ...refused
      .slice(0, SHOWN)
      .map(({ id, code }) => ({ id, code, reason: meanings[code] ?? 'The service refused it.' })),
    ...unknown.map((id) => ({ id, code: 'No answer', reason: 'Sent, but no answer came. A retry settles it.' })),
    ...waiting
      .slice(0, SHOWN)
      .map((id) => ({ id, code: 'Not attempted', reason: `The ${noun} ended before its turn.` })),
  ]
  return (
    <>
      <TableFrame label={caption} className="max-h-72">
        <Table caption={caption}>
          <THead>
            <tr>
              <Th>Identity ID</Th>
              <Th>Reason</Th>
            </tr>
          </THead>
          <tbody>
            {left.slice(0, SHOWN).map(({ id, code, reason }) => (
              <Tr key={id}>
                <Td className="font-mono text-xs whitespace-nowrap">{id}</Td>
                <Td>
                  <span className="font-mono text-xs">{code}</span> <span className="text-soft">{reason}</span>
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </TableFrame>
      {count > SHOWN && <p className="text-xs text-soft">{`The first ${SHOWN} of ${count.toLocaleString('en')}.`}</p>}
    </>
  )
}
