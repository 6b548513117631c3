import type { ComponentProps } from 'react'

type TrProps = ComponentProps<'tr'> & {
  /** Draws the row as selected and says so. Leave out in tables without selection. */
  selected?: boolean
}

/** A row of 36 px. */
export function Tr({ selected, className = '', ...rest }: TrProps) {
  return (
    <tr
      {...rest}
      aria-selected={selected}
      className={`group/row h-9 transition-colors [tbody>&]:hover:bg-hover aria-selected:bg-accent-tint [tbody>&]:hover:aria-selected:bg-accent-tint ${className}`}
    />
  )
}
