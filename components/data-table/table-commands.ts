import type { Command } from '../commands/command.ts'

/** What the keys of a table of selectable rows do where nothing is deleted from it. */
export const selectionCommands: readonly Command[] = [
  { keys: '↑ ↓', words: 'Previous row, next row' },
  { keys: 'PgUp PgDn Home End', words: 'Further up or down' },
  { keys: 'Space', words: 'Select the row' },
  { keys: 'Shift ↑ ↓', words: 'Select from row to row' },
  { keys: 'Ctrl A', words: 'Select all loaded' },
  { keys: 'Esc', words: 'Clear the selection' },
  { keys: 'Enter', words: 'Open the row' },
]

/** What `tableKey` hears, in words. */
export const tableCommands: readonly Command[] = selectionCommands.toSpliced(-1, 0, {
  keys: 'Del',
  words: 'Delete what is selected',
})
