import type { ReactNode } from 'react'
import type { ConsoleSession } from '#lib/connections/connection-summary.ts'
import { AccountMenu } from './account-menu.tsx'
import { ConnectionSwitcher } from './connection-switcher.tsx'
import { HomeLink } from './home-link.tsx'
import { MainNav } from './main-nav.tsx'
import { PaletteButton } from './palette-button.tsx'
import { RegionList } from './region-list.tsx'

type TopBarProps = {
  session: ConsoleSession
  /** What stays in view on every page, such as running jobs. */
  tray?: ReactNode
}

/** The head of every page: where one is, where one can go, who one is. */
export function TopBar({ session: { connections, actor }, tray }: TopBarProps) {
  return (
    <header className="print:hidden sticky top-0 z-30 border-b border-line bg-canvas">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-1 px-3 sm:px-4 md:flex md:h-12">
        <div className="flex h-12 min-w-0 items-center gap-x-1">
          <HomeLink connections={connections} />
          <span aria-hidden="true" className="px-1 text-line-strong select-none">
            /
          </span>
          <ConnectionSwitcher connections={connections} />
          <RegionList connections={connections} />
        </div>
        <MainNav connections={connections} />
        <div className="ml-auto flex h-12 shrink-0 items-center gap-1">
          {tray}
          <PaletteButton connections={connections} />
          <AccountMenu actor={actor} />
        </div>
      </div>
    </header>
  )
}
