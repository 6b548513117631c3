import type { ComponentProps } from 'react'

type ThProps = Omit<ComponentProps<'th'>, 'align'> & { align?: 'start' | 'end' }

export function Th({ scope = 'col', align = 'start', className = '', ...rest }: ThProps) {
  return (
    <th
      {...rest}
      scope={scope}
      className={`h-9 border-b border-line px-3 text-xs font-medium whitespace-nowrap text-soft ${align === 'end' ? 'text-right' : ''} ${className}`}
    />
  )
}
