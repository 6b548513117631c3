import Link from 'next/link'
import type { ReactNode } from 'react'
import { Shown } from './shown.tsx'

type PageHeaderProps = {
  title: ReactNode
  breadcrumbs?: { label: string; href: string }[]
  /** Under the title: an id, a Region, badges. */
  meta?: ReactNode
  actions?: ReactNode
}

/** The head of a page with its one h1. */
export function PageHeader({ title, breadcrumbs, meta, actions }: PageHeaderProps) {
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
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h1 className="min-w-0 wrap-anywhere text-xl font-semibold tracking-tight text-ink">
          <Shown>{title}</Shown>
        </h1>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {meta && (
        <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1.5 wrap-anywhere text-soft">{meta}</div>
      )}
    </header>
  )
}
