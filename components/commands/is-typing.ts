const BOXES =
  'textarea, select, [contenteditable=""], [contenteditable="true"], [role="menu"], [role="listbox"], ' +
  'input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"])'

/** Whether the letters that are pressed there mean themselves. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(BOXES) !== null
