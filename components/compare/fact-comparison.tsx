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
}

/** Two configurations side by side, fact by fact. */
export function FactComparison({ left, right }: FactComparisonProps) {
  const [show, setShow] = useState<'differences' | 'all'>('differences')
  const all = alignFacts(left.facts, right.facts)
  const different = all.filter(({ before, after }) => before !== after)
  const rows = show === 'all' ? all : different
  const hidden = all.some(({ before, after }) => before === after && before?.endsWith(MASKED))
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p role="status" className="font-medium">
          {different.length === 0
            ? 'The two are equal.'
            : different.length === 1
              ? '1 difference'
              : `${different.length} differences`}
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
                    {show === 'all' && before !== after && (
                      <span className="block text-xs font-normal text-warning-ink">Differs</span>
                    )}
                  </Th>
                  {[before, after].map((value, side) => (
                    <Td key={side === 0 ? 'left' : 'right'} wrap className="py-2 align-top wrap-anywhere">
                      {value === null ? <span className="text-faint">Not there</span> : <ForeignText text={value} />}
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
