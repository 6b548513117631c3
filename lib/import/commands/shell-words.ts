import { ask, textOf, type ToldValue } from '../told/told.ts'
import { assignedIn, assignmentsOf } from './shell-assignments.ts'

/** One command of a shell: its words, in which variables are asked for. */
export type ShellCommand = ToldValue[]

const VARIABLE = /\$(?:\{(\w+)([^}]*)\}|(\w+))/y
const REASON = 'is a variable of the shell'

/** The commands of a text for a POSIX shell, as far as words, quotes, variables and `$(` make them. */
export function shellCommands(text: string): ShellCommand[] {
  const commands: ShellCommand[] = [[]]
  const once = assignedIn(text)
  /** What variables were set to above, where that is all that they are set to. */
  const known = new Map<string, ToldValue>()
  let parts: ToldValue[] | null = null
  let at = 0
  const add = (piece: ToldValue) => {
    parts ??= []
    const last = parts.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') parts[parts.length - 1] = last + piece
    else parts.push(piece)
  }
  const endWord = () => {
    if (parts) commands.at(-1)?.push(parts.length === 0 ? '' : parts.length === 1 ? (parts[0] ?? '') : textOf(parts))
    parts = null
  }
  const endCommand = () => {
    endWord()
    commands.push([])
  }
  const variable = (): boolean => {
    VARIABLE.lastIndex = at
    const found = VARIABLE.exec(text)
    if (!found) return false
    const [, name = found[3] ?? '', change = ''] = found
    const preset = change === '' ? known.get(name) : undefined
    add(ask(`$${name}`, { reason: REASON, ...(preset === undefined ? { isHidden: true } : { preset }) }))
    at += found[0].length
    return true
  }
  const doubleQuoted = () => {
    add('')
    for (at += 1; at < text.length && text[at] !== '"';) {
      if (text[at] === '\\' && /["\\$`\n]/.test(text[at + 1] ?? '')) {
        add(text[at + 1] === '\n' ? '' : (text[at + 1] ?? ''))
        at += 2
      } else if (!variable()) {
        add(text[at] ?? '')
        at += 1
      }
    }
    at += 1
  }
  while (at < text.length) {
    const mark = text[at] ?? ''
    if (mark === "'") {
      const end = text.indexOf("'", at + 1)
      add(text.slice(at + 1, end === -1 ? undefined : end))
      at = end === -1 ? text.length : end + 1
    } else if (mark === '"') doubleQuoted()
    else if (mark === '\\') {
      if (!/^\\\r?\n/.test(text.slice(at, at + 3))) add(text[at + 1] ?? '')
      at += text.startsWith('\\\r\n', at) ? 3 : 2
    } else if (mark === '#' && parts === null) {
      const end = text.indexOf('\n', at)
      at = end === -1 ? text.length : end
    } else if (text.startsWith('$(', at)) {
      endCommand()
      at += 2
    } else if (/[\n;&|()]/.test(mark)) {
      endWord()
      if (/[\n;&]/.test(mark))
        for (const [name, value] of assignmentsOf(commands.at(-1) ?? [])) if (once.has(name)) known.set(name, value)
      endCommand()
      at += 1
    } else if (/\s/.test(mark)) {
      endWord()
      at += 1
    } else if (!variable()) {
      add(mark)
      at += 1
    }
  }
  endCommand()
  return commands.filter((command) => command.length > 0)
}
