import type { MouseEvent } from 'react'

/** A line of a menu: a button or a link with its icon. */
export const menuItem =
  'flex min-h-8 w-full items-center gap-2.5 rounded-md px-2 py-1 text-left hover:bg-hover focus-visible:-outline-offset-2 ' +
  'disabled:cursor-not-allowed disabled:text-faint [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-soft'

/** The menu closes first and gives the focus back to its button, where a dialog returns it to. */
export const closingMenu = (act: () => void) => (event: MouseEvent<HTMLElement>) => {
  event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
  act()
}
