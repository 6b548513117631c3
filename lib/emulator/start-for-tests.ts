import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

declare module 'vitest' {
  interface ProvidedContext {
    /** 0 in an ordinary run; above it, tests that have a long form take that. */
    soakRounds: number
  }
}

const main = fileURLToPath(new URL('main.ts', import.meta.url))

/** Runs the program on a free port. Without a URL it ended, with this code and these lines. */
export async function startForTest(...args: string[]) {
  const child = spawn(process.execPath, [main, '--port', '0', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(child, 'close')
  const lines: string[] = []
  const url = await new Promise<string | null>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface(stream).on('line', (line) => {
        lines.push(line)
        const ready = /^Emulator ready on (\S+)$/.exec(line)?.[1]
        if (ready) resolve(ready)
      })
    }
    child.once('close', () => resolve(null))
  })
  async function end(signal: NodeJS.Signals) {
    child.kill(signal)
    await ended
    return child.exitCode
  }
  return { url, lines, end, exitCode: child.exitCode }
}
