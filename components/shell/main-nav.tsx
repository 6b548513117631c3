'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { AUDIT_PATH, ERASE_PATH, findingsPath, findPath, jobsPath, poolsPath } from '#lib/core/paths.ts'
import { decodeSegment } from '#lib/core/refs.ts'
import { useActiveConnection } from './use-active-connection.ts'

/** The console's sections, for the present connection where there is one; a line of its own on narrow screens. */
export function MainNav({ connections }: { connections: ConnectionSummary[] }) {
  const connection = useActiveConnection(connections)
  const path = decodeSegment(usePathname())
  const items = [
    ...(connection
      ? [
          { label: 'Pools', href: poolsPath(connection.id), also: poolSections(connection.id) },
          { label: 'Find', href: findPath(connection.id), also: [ERASE_PATH] },
          { label: 'Findings', href: findingsPath(connection.id) },
          { label: 'Jobs', href: jobsPath(connection.id) },
        ]
      : []),
    { label: 'Audit log', href: AUDIT_PATH },
  ]
  return (
    <nav
      aria-label="Main"
      className="shrink-0 max-md:order-last max-md:col-span-full max-md:-mt-1 md:ml-2 md:border-l md:border-line md:pl-3"
    >
      <ul className="-mx-1 flex gap-1 whitespace-nowrap max-md:pb-1.5">
        {items.map(({ label, href, also = [] }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={[href, ...also].some((section) => isWithin(path, section)) ? 'page' : undefined}
              className="flex h-7 items-center rounded-md px-2.5 font-medium text-soft transition-colors hover:bg-hover hover:text-ink forced-colors:aria-[current=page]:bg-[Highlight] forced-colors:aria-[current=page]:text-[HighlightText] forced-colors:aria-[current=page]:forced-color-adjust-none data-pressed:bg-active data-pressed:text-ink data-pressed:opacity-100 aria-[current=page]:bg-active aria-[current=page]:text-ink [ul:has([data-pressed])_&:not([data-pressed])]:bg-transparent"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Addresses that are about pools or what is in them. */
const poolSections = (connectionId: string) =>
  ['identities', 'clone', 'compare', 'import', 'create-again'].map((name) =>
    poolsPath(connectionId).replace(/pools$/, name),
  )

function isWithin(path: string, href: string) {
  const section = decodeSegment(href)
  return path === section || path.startsWith(`${section}/`)
}
