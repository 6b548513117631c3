'use client'

import { Settings2 } from 'lucide-react'
import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import { buttonClass } from '../ui/button-class.ts'
import { Popover } from '../ui/popover.tsx'
import type { TableContent } from './table-options-panel.tsx'

const TableOptionsPanel = dynamic(() => import('./table-options-panel.tsx'), { ssr: false })

type TableOptionsProps = TableContent & {
  /** How many rows there are. */
  said?: ReactNode
}

/** How many rows a table has, and what can be done with all of them: columns, density, copies. */
export function TableOptions({ said, ...content }: TableOptionsProps) {
  return (
    <div className="ml-auto flex items-center gap-2">
      {said !== undefined && <p className="text-xs text-soft">{said}</p>}
      <Popover
        label="Table options"
        align="end"
        triggerClass={buttonClass('ghost', 'md', 'icon')}
        className="w-60 p-3"
        trigger={
          <>
            <span aria-hidden="true" title="Table options">
              <Settings2 />
            </span>
            <span className="sr-only">Table options</span>
          </>
        }
      >
        <TableOptionsPanel {...content} />
      </Popover>
    </div>
  )
}
