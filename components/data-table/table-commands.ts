import type { Command } from '../commands/command.ts'

/** What `tableKey` hears, in words. */
export const tableCommands: readonly Command[] = [
  { keys: '↑ ↓', words: 'Previous row, next row' },
  { keys: 'PgUp PgDn Home End', words: 'Further up or down' },
  { keys: 'Space', words: 'Select the row' },
  { keys: 'Shift ↑ ↓', words: 'Select from row to row' },
  { keys: 'Ctrl A', words: 'Select all loaded' },
  { keys: 'Esc', words: 'Clear the selection' },
  { keys: 'Del', words: 'Delete what is selected' },
  { keys: 'Enter', words: 'Open the row' },
]
