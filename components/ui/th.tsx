import type { ComponentProps } from 'react'

type ThProps = Omit<ComponentProps<'th'>, 'align'> & { align?: 'start' | 'end' }

const looks = {
  col: 'text-xs text-soft',
  row: 'text-sm text-ink group-last/row:border-b-0',
}

/** The head of a column, or with `scope="row"` of a row. */
export function Th({ scope = 'col', align = 'start', className = '', ...rest }: ThProps) {
  const look = scope === 'row' ? looks.row : looks.col
  return (
    <th
      {...rest}
      scope={scope}
      className={`h-9 border-b border-line px-3 font-medium whitespace-nowrap ${look} ${align === 'end' ? 'text-right' : ''} ${className}`}
    />
  )
}
