import type { ComponentProps } from 'react'

type TdProps = Omit<ComponentProps<'td'>, 'align'> & { align?: 'start' | 'end' }

export function Td({ align = 'start', className = '', ...rest }: TdProps) {
  return (
    <td
      {...rest}
      className={`h-9 border-b border-line px-3 py-1 group-last/row:border-b-0 ${align === 'end' ? 'text-right' : ''} ${className}`}
    />
  )
}
