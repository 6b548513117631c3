import { Download } from 'lucide-react'
import { Button } from '#components/ui/button.tsx'
import { buttonClass } from '#components/ui/button-class.ts'
import { closingMenu, menuItem } from '#components/ui/menu.ts'
import { Popover } from '#components/ui/popover.tsx'
import { exportIdentitiesPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { printFilter } from '#lib/identity-index/filter-text.ts'
import { UNREAD_FILTER } from '#components/identity-index/unread-filter.tsx'
import type { IndexFilter } from '#lib/identity-index/schema.ts'

const formats = [
  { format: 'csv', label: 'CSV' },
  { format: 'jsonl', label: 'JSON Lines' },
] as const

type ExportMenuProps = {
  pool: PoolRef
  /** Null where the address names one that cannot be read. */
  filter: IndexFilter | null
}

/** All that a filter has as a file, written as it is read. */
export const ExportMenu = ({ pool, filter }: ExportMenuProps) =>
  filter === null ? (
    <Button variant="ghost" icon={<Download />} denied={UNREAD_FILTER}>
      Export
    </Button>
  ) : (
    <Export pool={pool} filter={filter} />
  )

const Export = ({ pool, filter }: { pool: PoolRef; filter: IndexFilter }) => (
  <Popover
    label="Export"
    align="end"
    triggerClass={buttonClass('ghost', 'md')}
    className="w-44 p-1"
    trigger={
      <>
        <Download /> Export
      </>
    }
  >
    {formats.map(({ format, label }) => (
      <a
        key={format}
        href={exportIdentitiesPath(pool, { filter: printFilter(filter), format })}
        download
        className={menuItem}
        onClick={closingMenu(() => undefined)}
      >
        {label}
      </a>
    ))}
  </Popover>
)
