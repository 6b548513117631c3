import Link from 'next/link'
import type { ReactNode } from 'react'
import { Shown } from './shown.tsx'

type PageHeaderProps = {
  title: ReactNode
  /** What is above the page. */
  breadcrumbs?: { label: string; href: string }[]
  /** The page's own name at their end, where that is not its title. */
  crumb?: string
  /** Beside the title, or under it where there is no room: an id, a Region, badges. */
  meta?: ReactNode
  actions?: ReactNode
}

/** The head of a page with its one h1. */
export function PageHeader({ title, breadcrumbs, crumb, meta, actions }: PageHeaderProps) {
  return (
    <header className="mb-6">
      {breadcrumbs && (
        <nav aria-label="Breadcrumb" className="mb-1">
          <ol className="flex flex-wrap text-soft">
            {breadcrumbs.map(({ label, href }) => (
              <li
                key={href}
                className="min-w-0 max-w-full wrap-anywhere after:mx-1.5 after:text-faint after:content-['/']"
              >
                <Link href={href} className="inline-block rounded-sm py-0.5 hover:text-ink hover:underline">
                  <Shown>{label}</Shown>
                </Link>
              </li>
            ))}
            <li aria-current="page" className="min-w-0 max-w-full py-0.5 wrap-anywhere text-faint">
              <Shown>{crumb ?? title}</Shown>
            </li>
          </ol>
        </nav>
      )}
      <div className="flex min-h-8 flex-wrap items-center gap-x-6 gap-y-3">
        <div className="flex min-w-[min(100%,20rem)] flex-1 flex-wrap items-center gap-x-3 gap-y-1.5 wrap-anywhere text-soft">
          <h1 className="min-w-0 text-xl font-semibold tracking-tight text-ink">
            <Shown>{title}</Shown>
          </h1>
          {meta}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
    </header>
  )
}
