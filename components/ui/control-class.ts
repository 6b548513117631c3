/** The look shared by text boxes, text areas and selects; 16 px on touch screens keeps them from zooming in. */
export const controlClass =
  'w-full rounded-md border border-control bg-surface px-2.5 text-sm text-ink pointer-coarse:text-lg ' +
  'hover:border-soft focus-visible:border-accent focus-visible:outline-offset-0 ' +
  'aria-invalid:border-danger off:cursor-not-allowed off:border-line off:bg-hover off:text-faint'
