'use client'

import { useState } from 'react'
import { alignFacts, type Fact } from '#lib/facts/facts.ts'
import { MASKED } from '#lib/login-providers/provider-secrets.ts'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { Table, TableFrame, Td, Th, THead, Tr } from '../ui/table.tsx'
import { ForeignText } from '../ui/foreign-text.tsx'

type FactComparisonProps = {
  left: { title: string; facts: readonly Fact[] }
  right: { title: string; facts: readonly Fact[] }
  /** The keys of rows of which the left says nothing, so that nothing differs there. */
  untold?: ReadonlySet<string>
}

const NONE: ReadonlySet<string> = new Set()

/** Two configurations side by side, fact by fact. */
export function FactComparison({ left, right, untold = NONE }: FactComparisonProps) {
  const [show, setShow] = useState<'differences' | 'all'>('differences')
  const all = alignFacts(left.facts, right.facts)
  const open = all.filter(({ key }) => untold.has(key)).length
  const different = all.filter(({ key, before, after }) => before !== after && !untold.has(key))
  const rows = show === 'all' ? all : different
  const hidden = all.some(({ before, after }) => before === after && before?.endsWith(MASKED))
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p role="status" className="font-medium">
          {verdict(different.length, open)}
        </p>
        <SegmentedControl
          label="Show"
          options={[
            { value: 'differences', label: 'Only differences' },
            { value: 'all', label: `All ${all.length}` },
          ]}
          value={show}
          onChange={setShow}
        />
      </div>
      {hidden && <p className="text-soft">Secrets of login providers are never shown, so they are not compared.</p>}
      {rows.length > 0 && (
        <TableFrame label="Comparison" className="max-h-[70dvh]">
          <Table caption="Comparison" className="min-w-2xl table-fixed">
            <THead>
              <Tr>
                <Th className="w-1/4">Setting</Th>
                <Th className="w-3/8 whitespace-normal! wrap-anywhere py-2">
                  <ForeignText text={left.title} />
                </Th>
                <Th className="w-3/8 whitespace-normal! wrap-anywhere py-2">
                  <ForeignText text={right.title} />
                </Th>
              </Tr>
            </THead>
            <tbody>
              {rows.map(({ key, label, before, after }) => (
                <Tr key={key}>
                  <Th scope="row" className="align-top whitespace-normal! wrap-anywhere py-2">
                    <ForeignText text={label} />
                    {show === 'all' && before !== after && !untold.has(key) && (
                      <span className="block text-xs font-normal text-warning-ink">Differs</span>
                    )}
                  </Th>
                  {[before, after].map((value, side) => (
                    <Td key={side === 0 ? 'left' : 'right'} wrap className="py-2 align-top wrap-anywhere">
                      {side === 0 && untold.has(key) ? (
                        <span className="text-soft">The text does not say</span>
                      ) : value === null ? (
                        <span className="text-faint">Not there</span>
                      ) : (
                        <ForeignText text={value} />
                      )}
                    </Td>
                  ))}
                </Tr>
              ))}
            </tbody>
          </Table>
        </TableFrame>
      )}
    </div>
  )
}

/** How many facts differ, and how many are not told at all. */
function verdict(differences: number, open: number): string {
  if (differences === 0 && open === 0) return 'The two are equal.'
  const counted = differences === 1 ? '1 difference' : `${differences} differences`
  return open === 0 ? counted : `${counted}; of ${open} more the text does not say what it is.`
}
