import type { ReactNode, Ref } from 'react'

/** The side panel's box: at the right side of the page, which keeps clear of it, or over all of it where it is narrow. */
export function DetailsFrame({ ref, children }: { ref?: Ref<HTMLElement>; children: ReactNode }) {
  return (
    <aside
      ref={ref}
      aria-label="Details"
      data-details=""
      className="fixed inset-y-0 right-0 z-40 flex w-full flex-col border-line-strong bg-raised shadow-raised lg:top-12 lg:z-20 lg:w-120 lg:border-l print:static print:w-auto"
    >
      {children}
    </aside>
  )
}
