import type { ComponentProps } from 'react'

type TdProps = Omit<ComponentProps<'td'>, 'align'> & {
  align?: 'start' | 'end'
  /** Lets a long text take more than one line. */
  wrap?: boolean
}

export function Td({ align = 'start', wrap = false, className = '', ...rest }: TdProps) {
  return (
    <td
      {...rest}
      className={`h-9 border-b border-line px-3 py-0.5 group-last/row:border-b-0 ${align === 'end' ? 'text-right' : ''} ${wrap ? '' : 'whitespace-nowrap'} ${className}`}
    />
  )
}
