import { readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { basename } from 'node:path'
import type { Variables } from '../config/read-config.ts'

/** A process as the system sees it: `name` is that of its program, or what it calls itself. */
export type SeenProcess = { parent: number; session: number | null; name: string }
export type Look = (pid: number) => SeenProcess | null

/** From this process up to the one that started it, each the child of the next. */
export type Line = readonly number[]

const PROGRAM = 'lib/start/main.ts'
const MANAGERS = ['npm', 'pnpm', 'yarn', 'bun', 'node']

/**
 * Whom the launcher ends with: the npm that runs it as its script, by way of the shell between the two; null for
 * nobody. That npm may have ended before anybody looked: `gone`.
 */
export function starterOf(pid: number, variables: Variables, look: Look): Line | 'gone' | null {
  const isScript = variables.npm_lifecycle_script?.includes(PROGRAM) === true
  const own = look(pid)
  // Process 1 and the first of a session were set apart on purpose.
  if (!isScript || own === null || pid === 1 || own.session === pid) return null
  const line = [pid]
  for (let seen = own; seen.parent > 1;) {
    line.push(seen.parent)
    const next = look(seen.parent)
    if (next === null) return 'gone'
    if (MANAGERS.includes(next.name)) return line
    seen = next
  }
  // As process 1 of a container it is npm all the same.
  const first = look(1)
  return first !== null && MANAGERS.includes(first.name) ? [...line, 1] : 'gone'
}

/** Whether each is still the child of the next: the system gives the children of one that ended to another. */
export const isUnbroken = (line: Line, look: Look): boolean =>
  line.every((pid, at) => at === line.length - 1 || look(pid)?.parent === line[at + 1])

/** How this system shows its processes; one that shows none has nobody followed. */
export const lookAt: Look = (pid) => {
  try {
    return process.platform === 'linux' ? fromProc(pid) : fromPs(pid)
  } catch {
    return null
  }
}

function fromProc(pid: number): SeenProcess {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name before it may hold anything, brackets included.
  const [, parent, , session] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [command = ''] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  return { parent: Number(parent), session: Number(session), name: nameOf(command) }
}

function fromPs(pid: number): SeenProcess {
  const [parent, ...command] = execFileSync('ps', ['-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8' })
    .trim()
    .split(/\s+/)
  return { parent: Number(parent), session: null, name: nameOf(command.join(' ')) }
}

/** `npm` of `npm start`, `sh` of `/bin/sh`. */
const nameOf = (command: string): string => basename(command.split(' ', 1)[0] ?? '')
