import type { ReactNode } from 'react'
import { BrandMark } from './brand-mark.tsx'

/** A page outside the console's frame, under nothing but the product's name. */
export function BarePage({ children }: { children: ReactNode }) {
  return (
    <>
      <header className="flex h-12 items-center gap-2 border-b border-line px-4 font-semibold tracking-tight sm:px-5">
        <BrandMark />
        Lifeguard
      </header>
      <main id="main">{children}</main>
    </>
  )
}
