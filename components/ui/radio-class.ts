/** The look of one radio button. */
export const radioClass =
  'relative size-4 shrink-0 appearance-none rounded-full border border-control bg-surface transition-colors hover:border-soft ' +
  "checked:border-accent checked:bg-accent before:absolute before:inset-1 before:hidden before:rounded-full before:bg-canvas before:content-[''] checked:before:block " +
  'off:cursor-not-allowed off:opacity-50 forced-colors:appearance-auto'
