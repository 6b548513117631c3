import type { ReactNode } from 'react'
import { Shown } from './shown.tsx'

/** Terms and their values in rows, the value under its term on narrow screens. */
export function DefinitionList({ items }: { items: { term: string; detail: ReactNode }[] }) {
  return (
    <dl className="divide-y divide-line">
      {items.map(({ term, detail }) => (
        <div
          key={term}
          className="grid gap-x-4 gap-y-0.5 py-2.5 first:pt-0 last:pb-0 sm:grid-cols-[11rem_minmax(0,1fr)]"
        >
          <dt className="min-w-0 wrap-anywhere text-soft">
            <Shown>{term}</Shown>
          </dt>
          <dd className="min-w-0 wrap-anywhere text-ink">
            <Shown>{detail}</Shown>
          </dd>
        </div>
      ))}
    </dl>
  )
}
