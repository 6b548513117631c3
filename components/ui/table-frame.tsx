import type { ComponentProps } from 'react'

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
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
      tabIndex={0}
      className={`relative overflow-auto rounded-lg border border-line bg-surface focus-visible:outline-offset-0 ${className}`}
    >
      {children}
    </div>
  )
}
