import type { ReactNode } from 'react'

/** The header row group; sticks to the top of the box that scrolls. */
export function THead({ children }: { children: ReactNode }) {
  return <thead className="sticky top-0 z-10 bg-surface">{children}</thead>
}
