import type { ComponentProps, ReactNode } from 'react'

type TableFrameProps = ComponentProps<'div'> & {
  /** Names the scrolling region, usually as the table's caption does. */
  label: string
}

/** The bordered box a table scrolls in; give it a height (`className`) and the table's header stays in view. */
export function TableFrame({ label, className = '', children, ...rest }: TableFrameProps) {
  return (
    <div
      {...rest}
      role="region"
      aria-label={label}
      data-table={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
      tabIndex={0}
      className={`relative overflow-auto rounded-lg border border-line bg-surface focus-visible:outline-offset-0 print:max-h-none print:overflow-visible ${className}`}
    >
      {children}
    </div>
  )
}

type TableProps = ComponentProps<'table'> & {
  /** The table's accessible name; not drawn. */
  caption: string
}

export function Table({ caption, className = '', children, ...rest }: TableProps) {
  return (
    <table {...rest} className={`w-full border-separate border-spacing-0 text-left ${className}`}>
      <caption className="sr-only">{caption}</caption>
      {children}
    </table>
  )
}

/** The header row group; sticks to the top of the box that scrolls. */
export function THead({ children }: { children: ReactNode }) {
  return <thead className="sticky top-0 z-10 bg-surface">{children}</thead>
}

type TrProps = ComponentProps<'tr'> & {
  /** Draws the row as selected and says so. Leave out in tables without selection. */
  selected?: boolean | undefined
}

/** A row of 36 px, or as high as `--row` says; its pointer tells that it opens. */
export function Tr({ selected, className = '', ...rest }: TrProps) {
  return (
    <tr
      {...rest}
      aria-selected={selected}
      className={`group/row h-[var(--row,2.25rem)] transition-colors has-data-opens:cursor-pointer [tbody>&]:hover:bg-hover aria-current:bg-active forced-colors:aria-current:outline-2 forced-colors:aria-current:-outline-offset-2 aria-selected:bg-accent-tint [tbody>&]:hover:aria-selected:bg-accent-tint ${className}`}
    />
  )
}

const headLooks = { col: 'text-xs text-soft', row: 'text-sm text-ink group-last/row:border-b-0' }

/** The head of a column, or with `scope="row"` of a row. */
export function Th({ scope = 'col', className = '', ...rest }: ComponentProps<'th'>) {
  return (
    <th
      {...rest}
      scope={scope}
      className={`h-[var(--row,2.25rem)] border-b border-line px-3 font-medium whitespace-nowrap data-hidden:hidden ${scope === 'row' ? headLooks.row : headLooks.col} ${className}`}
    />
  )
}

type TdProps = ComponentProps<'td'> & {
  /** Lets a long text take more than one line. */
  wrap?: boolean
}

export function Td({ wrap = false, className = '', ...rest }: TdProps) {
  return (
    <td
      {...rest}
      className={`h-[var(--row,2.25rem)] border-b border-line px-3 py-px data-hidden:hidden group-last/row:border-b-0 ${wrap ? '' : 'whitespace-nowrap'} ${className}`}
    />
  )
}
