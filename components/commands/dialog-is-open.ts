/** One that is fading out, as the palette after Escape, is none. */
export const dialogIsOpen = (): boolean =>
  document.querySelector('[role="dialog"]:not([data-closed]), [role="alertdialog"]:not([data-closed])') !== null
