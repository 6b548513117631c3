'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { FocusEvent } from 'react'
import { useCurrentInRow } from './use-current-in-row.ts'

type TabNavProps = {
  /** The accessible name of the navigation: "Pool". */
  label: string
  items: { label: string; href: string; count?: string | number }[]
}

/** Sections of one thing as links in a row; the deepest one that contains the present page is current. */
export function TabNav({ label, items }: TabNavProps) {
  const path = decodeURIComponent(usePathname())
  const current = items
    .map(({ href }) => href)
    .filter((href) => isWithin(path, decodeURIComponent(href)))
    .toSorted((a, b) => b.length - a.length)[0]
  const row = useCurrentInRow<HTMLUListElement>(current)
  return (
    <nav aria-label={label} className="mb-6 border-b border-line">
      <ul ref={row} className="-mx-2 -mb-px flex gap-1 overflow-x-auto overflow-y-hidden">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              aria-current={item.href === current ? 'page' : undefined}
              onFocus={showWhole}
              className="group relative flex h-9 items-center whitespace-nowrap text-soft -outline-offset-2 hover:text-ink aria-[current=page]:text-ink data-pressed:text-ink data-pressed:opacity-100"
            >
              <span className="flex items-center gap-1.5 rounded-md px-2 py-1 transition-colors group-hover:bg-hover forced-colors:group-aria-[current=page]:bg-[Highlight] forced-colors:group-aria-[current=page]:text-[HighlightText] forced-colors:group-aria-[current=page]:forced-color-adjust-none">
                {item.label}
                {item.count !== undefined && <span className="text-xs text-faint">{item.count}</span>}
              </span>
              {/* It goes to the tab that was pressed before that tab is there. */}
              <span className="absolute inset-x-2 bottom-0 hidden h-0.5 bg-ink forced-colors:bg-[Highlight] group-aria-[current=page]:block group-data-pressed:block [ul:has([data-pressed])_a:not([data-pressed])>&]:invisible" />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Moves nothing under a pointer that is pressing it. */
function showWhole({ currentTarget }: FocusEvent<HTMLElement>) {
  if (currentTarget.matches(':focus-visible')) currentTarget.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

function isWithin(path: string, href: string) {
  return path === href || path.startsWith(`${href}/`)
}
