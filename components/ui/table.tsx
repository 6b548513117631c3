import type { ComponentProps } from 'react'

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
