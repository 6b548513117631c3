export type EarlyKeys = {
  /** What was typed since; keys go their own way from now on. */
  take: () => string
}

/**
 * Keeps what is typed or pasted while the box that it is meant for is still being made: else the first letters are lost
 * or land in another box. Enter waits for nothing and does nothing.
 */
export function catchEarlyKeys(onEscape: () => void): EarlyKeys {
  let typed = ''
  function onKeyDown(event: KeyboardEvent) {
    const { key, ctrlKey, metaKey, altKey, isComposing } = event
    if (isComposing || key === 'Tab') return
    // A character that takes Alt or AltGr to type comes with Control on some keyboards.
    const isCharacter = [...key].length === 1 && (!(ctrlKey || metaKey) || (ctrlKey && altKey))
    if (isCharacter) typed += key
    else if (key === 'Backspace') typed = typed.slice(0, -1)
    else if (key === 'Escape') onEscape()
    else if (key !== 'Enter') return
    event.preventDefault()
    event.stopPropagation()
  }
  function onPaste(event: ClipboardEvent) {
    typed += event.clipboardData?.getData('text/plain') ?? ''
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener('keydown', onKeyDown, true)
  window.addEventListener('paste', onPaste, true)
  return {
    take() {
      window.removeEventListener('keydown', onKeyDown, true)
      window.removeEventListener('paste', onPaste, true)
      const taken = typed
      typed = ''
      return taken
    },
  }
}
